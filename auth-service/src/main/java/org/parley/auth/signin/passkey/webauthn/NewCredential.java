package org.parley.auth.signin.passkey.webauthn;

import java.util.List;

/**
 * A credential that an authenticator has created.
 *
 * @param credentialId assigned by the authenticator, base64url
 * @param key the public key, base64url
 */
public record NewCredential(String credentialId, String key, long signCount, boolean backupEligible, boolean backedUp,
		List<String> transports) {
}
