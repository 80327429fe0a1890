package org.parley.auth.signin.recovery;

/**
 * A password has been reset by mail. Published inside this service only, within the
 * transaction, once the account is saved.
 */
public record PasswordReset(String userId) {
}
