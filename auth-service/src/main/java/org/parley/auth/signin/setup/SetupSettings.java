package org.parley.auth.signin.setup;

import java.util.Optional;
import java.util.regex.Pattern;

import org.parley.auth.tokens.secret.OpaqueSecret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Set-up of a new installation.
 *
 * @param token one-time token; by default one is generated and logged
 */
@ConfigurationProperties("parley.setup")
record SetupSettings(@DefaultValue("") String token) {

	private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{24,256}");

	SetupSettings {
		token = token.strip();
		if (!token.isEmpty() && !FORM.matcher(token).matches()) {
			throw new IllegalArgumentException(
					"parley.setup.token (PARLEY_SETUP_TOKEN) must be 24 to 256 random visible characters: `openssl rand -hex 32`");
		}
	}

	Optional<OpaqueSecret> operatorsToken() {
		return this.token.isEmpty() ? Optional.empty() : Optional.of(new OpaqueSecret(this.token));
	}

	@Override
	public String toString() {
		return "SetupSettings[token=***]";
	}

}
