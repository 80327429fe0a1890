package org.parley.moderation.policy;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the policy.
 *
 * @param first the policy of a new database: {@code standard}, or {@code development},
 * which flags a made-up word for demos and has no limits, for load tests
 * @param reread how long an instance uses a policy that was replaced if it missed the
 * event
 */
@ConfigurationProperties("parley.policy")
record PolicySettings(@DefaultValue("standard") String first, @DefaultValue("5s") Duration reread) {

	PolicySettings {
		if (!first.equals("standard") && !first.equals("development")) {
			throw new IllegalArgumentException("parley.policy.first must be standard or development");
		}
		if (!reread.isPositive()) {
			throw new IllegalArgumentException("parley.policy.reread must be positive");
		}
	}

}
