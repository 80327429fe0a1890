package org.parley.contracts.moderation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

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
		@OptionalValue @Nullable String note, PersonReference by, Instant activatedAt) implements ParleyEvent {

	@Override
	public String subject() {
		return this.policyId;
	}

}
