package org.parley.auth.tokens.session;

/**
 * All personal tokens of a user and all grants of apps are revoked. Internal to this
 * service: listeners run in the same transaction.
 */
public record TokensRevoked(String userId, SessionEndReason reason) {
}
