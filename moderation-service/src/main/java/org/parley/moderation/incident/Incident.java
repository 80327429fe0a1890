package org.parley.moderation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.parley.moderation.policy.Verdict;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something was found to be wrong with a post.
 *
 * @param id given when it is found
 * @param caseId where moderators decide about it
 * @param post which post, and whose
 * @param thread where
 * @param contentVersion which version of the post
 * @param verdict what followed
 * @param reasons stable codes, the gravest first
 * @param engine {@code rules}, or the model that was asked
 * @param policyVersion by which policy
 * @param scores that the model gave, from 0 to 1 by category of harm
 * @param tokens that the model took, when it told
 * @param at when
 */
@Document("incidents")
public record Incident(@Id String id, String caseId, ModeratedPostReference post, ModeratedThreadReference thread,
		long contentVersion, Verdict verdict, List<String> reasons, String engine, long policyVersion,
		Map<String, Double> scores, long tokens, Instant at) {
}
