package org.parley.auth.signin.passkey.webauthn;

/**
 * A verified use of a credential.
 *
 * @param signCount number of signatures so far, this one included
 */
public record CredentialUse(long signCount, boolean backedUp) {
}
