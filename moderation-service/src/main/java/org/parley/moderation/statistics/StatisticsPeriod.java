package org.parley.moderation.statistics;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The decisions that are counted.
 *
 * @param from the beginning of the period
 * @param until the end of the period, exclusive
 * @param moderatorId the moderator whose decisions are counted; null for all moderators
 */
record StatisticsPeriod(Instant from, Instant until, @Nullable String moderatorId) {
}
