package org.parley.moderation.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.parley.moderation.policy.Verdict;
import org.parley.moderation.subject.ContentRevision;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The result of one check.
 *
 * @param id the judgement's id
 * @param postId the post's id
 * @param authorId the author's id
 * @param revision the checked revision
 * @param verdict the verdict
 * @param reasons stable codes, the most severe first
 * @param engine {@code rules}, or the name of the model
 * @param policyVersion the version of the policy
 * @param scores the model's scores from 0 to 1 by category of harm
 * @param tokens the tokens that the model used; 0 if unknown
 * @param textHash a hash that is equal for posts with the same words
 * @param at when the check finished
 */
@Document("verdicts")
public record Judgement(@Id String id, String postId, String authorId, ContentRevision revision, Verdict verdict,
		List<String> reasons, String engine, long policyVersion, Map<String, Double> scores, long tokens,
		String textHash, Instant at) {

	/** The engine of judgements without a model. */
	public static final String RULES = "rules";

	/** Whether the model has scored the post. */
	public boolean isByModel() {
		return !this.engine.equals(RULES);
	}

}
