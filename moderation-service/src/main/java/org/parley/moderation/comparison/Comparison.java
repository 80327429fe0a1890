package org.parley.moderation.comparison;

import java.util.List;
import java.util.Optional;

import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.check.Judgement;

/**
 * The verdict of another policy about a checked post.
 *
 * @param actual the verdict that was given
 * @param verdict the verdict of the other policy
 * @param reasons its reasons, the most severe first
 * @param unrated whether the other policy would have asked the model, which was not asked
 */
public record Comparison(Judgement actual, Verdict verdict, List<String> reasons, boolean unrated) {

	/** The name of the change, such as {@code clean-held}; empty if there is none. */
	public Optional<String> change() {
		return (this.verdict == this.actual.verdict()) ? Optional.empty()
				: Optional.of(this.actual.verdict().json() + "-" + this.verdict.json());
	}

}
