package org.parley.moderation.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.parley.moderation.policy.Verdict;
import org.parley.moderation.subject.ContentRevision;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What one check of one content came to.
 *
 * @param id given when it is made
 * @param postId which post
 * @param authorId who wrote it
 * @param revision which content of it
 * @param verdict what it came to
 * @param reasons stable codes, the gravest first
 * @param engine {@code rules}, or the model that was asked
 * @param policyVersion by which policy
 * @param scores that the model gave, from 0 to 1 by category of harm
 * @param tokens that the model took
 * @param textHash the same for posts that say the same
 * @param at when
 */
@Document("verdicts")
public record Judgement(@Id String id, String postId, String authorId, ContentRevision revision, Verdict verdict,
		List<String> reasons, String engine, long policyVersion, Map<String, Double> scores, long tokens,
		String textHash, Instant at) {

	/** The engine of those that no model was asked for. */
	public static final String RULES = "rules";

	/** Whether a model was asked. */
	public boolean isByModel() {
		return !this.engine.equals(RULES);
	}

}
