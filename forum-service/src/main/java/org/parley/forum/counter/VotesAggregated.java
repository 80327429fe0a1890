package org.parley.forum.counter;

/**
 * The vote totals of a post changed. Published within the transaction that takes the
 * batch.
 *
 * @param target the post
 * @param up the number of votes up
 * @param down the number of votes down
 * @param batch the number of the batch
 */
public record VotesAggregated(CounterTarget target, int up, int down, long batch) {
}
