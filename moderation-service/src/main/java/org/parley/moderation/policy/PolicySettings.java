package org.parley.moderation.policy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With which policy a new database begins.
 *
 * @param first {@code standard}, or {@code development} with a made-up word for demos and
 * without limits that load tools would run into
 */
@ConfigurationProperties("parley.policy")
record PolicySettings(@DefaultValue("standard") String first) {

	PolicySettings {
		if (!first.equals("standard") && !first.equals("development")) {
			throw new IllegalArgumentException("parley.policy.first must be standard or development");
		}
	}

}
