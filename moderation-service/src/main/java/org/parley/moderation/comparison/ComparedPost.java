package org.parley.moderation.comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.check.PostCheck;
import org.parley.moderation.place.PostLocation;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.domain.GraphemeClusters;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A sample: a post about which two policies disagree.
 *
 * @param id the id of the comparison, a colon and the post's id
 * @param comparisonId the id of the shadow run or replay
 * @param excerpt the begin of its text
 * @param actual the verdict that was given
 * @param compared the verdict of the other policy
 * @param at when they were compared
 * @param until when the sample is deleted
 */
@Document("policy_samples")
@CompoundIndex(def = "{'comparisonId': 1, '_id': -1}")
@CompoundIndex(def = "{'comparisonId': 1, 'thread.category._id': 1, '_id': -1}")
@CompoundIndex(def = "{'thread._id': 1}")
@CompoundIndex(def = "{'post._id': 1}")
public record ComparedPost(@Id String id, String comparisonId, ModeratedPostReference post,
		ModeratedThreadReference thread, String excerpt, Opinion actual, Opinion compared, Instant at,
		@Indexed(expireAfter = "0s", useGeneratedName = true) Instant until) {

	/** How many samples of each kind of change are stored. */
	public static final long SAMPLES = 50;

	/** How long samples are stored. */
	public static final Duration EXPIRY = Duration.ofDays(30);

	private static final int EXCERPT_LENGTH = 500;

	/** Creates the sample of a comparison. */
	static ComparedPost of(String comparisonId, PostCheck postCheck, PostLocation location, Comparison comparison,
			Instant now) {
		var actual = comparison.actual();
		return new ComparedPost(comparisonId + ":" + postCheck.postId(), comparisonId, location.post(),
				location.thread(), GraphemeClusters.cut(postCheck.text(), EXCERPT_LENGTH),
				new Opinion(actual.verdict(), actual.reasons()),
				new Opinion(comparison.verdict(), comparison.reasons()), now, now.plus(EXPIRY));
	}

	/**
	 * A verdict with its reasons.
	 *
	 * @param reasons stable codes, the most severe first
	 */
	public record Opinion(Verdict verdict, List<String> reasons) {
	}

}
