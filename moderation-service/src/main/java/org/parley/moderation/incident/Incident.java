package org.parley.moderation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The finding of a check that objected to a post.
 *
 * @param caseId the case that the check opened or extended
 * @param post the post and its author
 * @param thread the post's thread
 * @param contentVersion the checked version of the post
 * @param reasons stable codes, the most severe first
 * @param engine {@code rules}, or the name of the model
 * @param policy the name of the policy; null if it was not recorded
 * @param scores the model's scores from 0 to 1 by category of harm
 * @param tokens the tokens that the model used; 0 if unknown
 * @param cost their cost at the configured price; null if it was not recorded
 * @param at when the check finished
 */
@Document("incidents")
@CompoundIndex(def = "{'thread.category._id': 1, '_id': -1}")
@CompoundIndex(def = "{'post._id': 1}")
@CompoundIndex(def = "{'thread._id': 1}")
public record Incident(@Id String id, String caseId, ModeratedPostReference post, ModeratedThreadReference thread,
		long contentVersion, Verdict verdict, List<String> reasons, String engine, @Nullable String policy,
		long policyVersion, Map<String, Double> scores, long tokens, @Nullable Double cost, Instant at) {
}
