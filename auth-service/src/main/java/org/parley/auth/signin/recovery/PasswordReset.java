package org.parley.auth.signin.recovery;

/**
 * An account has another password by a link in a mail. Told within the transaction, to
 * the parts of this service alone.
 *
 * @param userId whose
 */
public record PasswordReset(String userId) {
}
