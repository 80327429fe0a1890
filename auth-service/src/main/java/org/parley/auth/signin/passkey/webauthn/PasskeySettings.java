package org.parley.auth.signin.passkey.webauthn;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The WebAuthn relying party.
 *
 * @param rpId domain that passkeys are bound to for good; defaults to the host of the
 * public URL
 * @param origins pages that may use passkeys; default to the public URL
 * @param patience validity of a challenge
 */
@ConfigurationProperties("parley.passkeys")
record PasskeySettings(@DefaultValue("") String rpId, @DefaultValue List<String> origins,
		@DefaultValue("5m") Duration patience) {
}
