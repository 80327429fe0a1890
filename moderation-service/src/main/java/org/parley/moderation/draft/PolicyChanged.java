package org.parley.moderation.draft;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.subject.AuthorReference;

/**
 * Another policy is in force.
 *
 * @param version its version, as in verdicts
 * @param previousVersion the version of the policy before
 * @param note the reason that the moderator gave
 * @param by the moderator
 * @param activatedAt since when it is in force
 */
@Publishes("policy.changed")
public record PolicyChanged(String policyId, String name, long version, long previousVersion,
		@OptionalValue @Nullable String note, AuthorReference by, Instant activatedAt) implements ParleyEvent {

	static PolicyChanged of(Policy active, Policy previous, @Nullable String note, AuthorReference by, Instant now) {
		return new PolicyChanged(active.id(), active.name(), active.version(), previous.version(), note, by, now);
	}

	@Override
	public String subject() {
		return this.policyId;
	}

}
