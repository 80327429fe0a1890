package org.parley.auth.signin.passkey.webauthn;

/**
 * A verified use of a credential.
 *
 * @param signCount number of signatures so far, this one included
 * @param backedUp whether the key has been copied to several devices
 */
public record CredentialUse(long signCount, boolean backedUp) {
}
