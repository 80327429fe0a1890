package org.parley.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read settings.
 *
 * @param password of the one user, {@code config}; there is no default
 */
@ConfigurationProperties("parley.config")
record AccessSettings(@DefaultValue("") String password) {

	private static final int SHORTEST = 16;

	AccessSettings {
		if (password.length() < SHORTEST) {
			throw new IllegalArgumentException(
					"PARLEY_CONFIG_PASSWORD needs at least %d characters".formatted(SHORTEST));
		}
	}

	@Override
	public String toString() {
		return "AccessSettings[password=***]";
	}

}
