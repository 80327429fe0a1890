package org.parley.auth.signin.passkey.webauthn;

/**
 * A credential that a signature is verified against.
 *
 * @param key the public key, base64url
 * @param signCount number of signatures at its last use
 */
public record StoredCredential(String key, long signCount, boolean backupEligible, boolean backedUp) {
}
