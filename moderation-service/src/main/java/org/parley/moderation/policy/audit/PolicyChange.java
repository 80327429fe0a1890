package org.parley.moderation.policy.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.AuthorReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An entry of the audit of policies.
 *
 * @param id the entry's id
 * @param act what was done
 * @param name its name after the change
 * @param version its version; null for a draft
 * @param note the reason that the moderator gave
 * @param by the moderator
 * @param at when it was done
 */
@Document("policy_changes")
@CompoundIndex(def = "{'policyId': 1, '_id': -1}")
public record PolicyChange(@Id String id, PolicyAct act, String policyId, String name, @Nullable Long version,
		@Nullable String note, AuthorReference by, Instant at) {
}
