package org.parley.moderation.policy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the policy.
 *
 * @param first the policy of a new database: {@code standard}, or {@code development},
 * which flags a made-up word for demos and has no limits, for load tests
 */
@ConfigurationProperties("parley.policy")
record PolicySettings(@DefaultValue("standard") String first) {

	PolicySettings {
		if (!first.equals("standard") && !first.equals("development")) {
			throw new IllegalArgumentException("parley.policy.first must be standard or development");
		}
	}

}
