package org.parley.auth.signin.passkey;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose passkeys they are.
 *
 * @param rpId the domain that they belong to, for good; empty, the host of the public
 * address
 * @param origins the pages that may ask for them; none, those of the public address
 * @param name what devices call this place
 * @param patience how long somebody may take with their device
 */
@ConfigurationProperties("parley.passkeys")
record PasskeySettings(@DefaultValue("") String rpId, @DefaultValue List<String> origins,
		@DefaultValue("Parley") String name, @DefaultValue("5m") Duration patience) {
}
