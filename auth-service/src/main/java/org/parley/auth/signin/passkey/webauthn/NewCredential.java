package org.parley.auth.signin.passkey.webauthn;

import java.util.List;

/**
 * A credential that an authenticator has created.
 *
 * @param credentialId assigned by the authenticator, base64url
 * @param key the public key, base64url
 * @param signCount number of signatures so far
 * @param backupEligible whether it may be copied to several devices
 * @param backedUp whether it has been copied
 * @param transports how browsers reach the authenticator
 */
public record NewCredential(String credentialId, String key, long signCount, boolean backupEligible, boolean backedUp,
		List<String> transports) {
}
