package org.parley.moderation.statistics;

import java.util.List;

import org.parley.moderation.subject.AuthorReference;

/**
 * The decisions of a moderator, or about findings of a policy.
 *
 * @param id the id of the moderator, or the version of the policy
 * @param by a moderator who decided
 * @param dismissed how many of them found the content acceptable
 * @param reversed how many of them were reversed
 * @param seconds the median and the 95th percentile of the time from the opening of a
 * case to the decision
 * @param rated how many decisions were about a finding of the model
 * @param confirmed how many of these restricted the content
 */
record DecisionTally(String id, AuthorReference by, long decisions, long dismissed, long reversed, List<Double> seconds,
		long rated, long confirmed) {
}
