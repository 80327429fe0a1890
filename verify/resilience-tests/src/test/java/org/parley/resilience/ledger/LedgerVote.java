package org.parley.resilience.ledger;

/**
 * A user's vote on a post, which is counted once.
 *
 * @param voter the user's id
 * @param target the post's id
 */
public record LedgerVote(String voter, String target) {
}
