package org.parley.moderation.check;

import java.time.Duration;

import org.parley.moderation.policy.RuleConditions;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the checks.
 *
 * @param atOnce how many posts an instance checks concurrently, 1 to 64
 * @param margin the time beyond the slowest model call after which a claim expires
 * @param again the delay before the model is called again; grows with each attempt
 * @param expiry how long a check waits for an unavailable model, and the check of a post
 * without a finding is stored; at least seven days, the longest window of a policy
 */
@ConfigurationProperties("parley.checks")
public record CheckSettings(@DefaultValue("4") int atOnce, @DefaultValue("30s") Duration margin,
		@DefaultValue("1m") Duration again, @DefaultValue("7d") Duration expiry) {

	public CheckSettings {
		if (atOnce < 1 || atOnce > 64) {
			throw new IllegalArgumentException("parley.checks.at-once must be 1 to 64");
		}
		if (expiry.compareTo(RuleConditions.LONGEST_WINDOW) < 0) {
			throw new IllegalArgumentException(
					"parley.checks.expiry must be at least " + RuleConditions.LONGEST_WINDOW.toDays() + " days");
		}
	}

}
