package org.parley.auth.tokens.session;

/**
 * Nothing acts for a person any more that was permitted until now: neither personal
 * tokens nor apps. Told within the transaction, to the parts of this service alone.
 *
 * @param userId whose
 * @param reason why
 */
public record TokensRevoked(String userId, SessionEndReason reason) {
}
