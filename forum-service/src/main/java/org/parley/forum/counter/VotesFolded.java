package org.parley.forum.counter;

/**
 * Votes came to another sum. Told within the transaction that takes their batch.
 *
 * @param target what was voted on
 * @param up how many are for it
 * @param down how many are against it
 * @param batch grows with every fold
 */
public record VotesFolded(CounterTarget target, int up, int down, long batch) {
}
