package org.parley.moderation.draft;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.policy.Policy;
import org.parley.moderation.policy.PolicyStatus;
import org.parley.moderation.policy.PolicyTerms;
import org.parley.moderation.subject.AuthorReference;

/**
 * A policy as moderators see it.
 *
 * @param name the display name
 * @param status its state
 * @param version its version in verdicts; null if it was never in force
 * @param terms what it says; absent in lists
 * @param createdBy who wrote it; null for the policy of a new database
 * @param changedAt when its name or terms changed
 * @param activatedAt when it was last put in force
 */
record PolicyView(String id, String name, PolicyStatus status, @Nullable Long version,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PolicyTerms terms, @Nullable AuthorReference createdBy,
		Instant createdAt, Instant changedAt, @Nullable Instant activatedAt) {

	static PolicyView of(Policy policy) {
		return of(policy, policy.terms());
	}

	/** Returns the view for lists. */
	static PolicyView listed(Policy policy) {
		return of(policy, null);
	}

	private static PolicyView of(Policy policy, @Nullable PolicyTerms terms) {
		return new PolicyView(policy.id(), policy.name(), policy.status(),
				(policy.version() > 0) ? policy.version() : null, terms, policy.createdBy(), policy.createdAt(),
				policy.changedAt(), policy.activatedAt());
	}

}
