package org.parley.moderation.statistics;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.AuthorReference;

/**
 * The work of moderators and the consistency of decisions in a period.
 *
 * @param from the beginning of the period
 * @param until the end of the period, exclusive
 * @param moderators the figures of each moderator, most decisions first
 * @param policies the figures of each version of a policy, most decisions first
 */
record ModerationStatisticsView(Instant from, Instant until, List<ModeratorFigures> moderators,
		List<PolicyFigures> policies) {

	/** The figures of a moderator. */
	record ModeratorFigures(AuthorReference moderator, DecisionFigures figures) {
	}

	/**
	 * The figures of decisions about findings of a policy.
	 *
	 * @param name the name of the policy; null if it is not stored
	 */
	record PolicyFigures(long version, @Nullable String name, DecisionFigures figures) {
	}

	/**
	 * Figures of decisions.
	 *
	 * @param dismissed how many found the content acceptable
	 * @param reversed how many were reversed
	 * @param medianSeconds the median time from the opening of a case to the decision
	 * @param p95Seconds the 95th percentile of this time
	 * @param model how often a moderator restricted what the model had objected to
	 * @param moderators how often another moderator decided the same about the same text
	 * @param appeals the appeals against these decisions; of a policy, also those against
	 * its checks
	 */
	record DecisionFigures(long decisions, long dismissed, long reversed, double medianSeconds, double p95Seconds,
			Agreement model, Agreement moderators, Appeals appeals) {
	}

	/**
	 * How often two opinions agree.
	 *
	 * @param compared the number of compared decisions
	 * @param share the share of agreement, 0 to 1; null if nothing was compared
	 */
	record Agreement(long compared, @Nullable Double share) {

		static Agreement of(long compared, double agreed) {
			return new Agreement(compared, (compared > 0) ? agreed / compared : null);
		}

	}

	/**
	 * Appeals.
	 *
	 * @param answered how many were upheld or overturned
	 * @param overturned how many were overturned
	 */
	record Appeals(long filed, long answered, long overturned) {
	}

}
