package org.parley.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access to the settings.
 *
 * @param password of the single user {@code config}; there is no default
 */
@ConfigurationProperties("parley.config")
record AccessSettings(@DefaultValue("") String password) {

	private static final int SHORTEST = 16;

	AccessSettings {
		if (password.length() < SHORTEST) {
			throw new IllegalArgumentException(
					"PARLEY_CONFIG_PASSWORD must have at least %d characters".formatted(SHORTEST));
		}
	}

	@Override
	public String toString() {
		return "AccessSettings[password=***]";
	}

}
