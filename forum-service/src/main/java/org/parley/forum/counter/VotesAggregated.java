package org.parley.forum.counter;

/**
 * The vote totals of a post changed. Published within the transaction that takes the
 * batch.
 *
 * @param target the post
 */
public record VotesAggregated(CounterTarget target, int up, int down, long batch) {
}
