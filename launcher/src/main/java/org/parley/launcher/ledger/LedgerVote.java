package org.parley.launcher.ledger;

/**
 * Where a person's vote on something is counted once.
 *
 * @param voter the person's id
 * @param target the post's id
 */
public record LedgerVote(String voter, String target) {
}
