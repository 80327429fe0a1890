package org.parley.moderation.check;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How posts are checked.
 *
 * @param atOnce how many posts a worker checks at a time
 * @param margin how much longer than its slowest question a check may take before whoever
 * does it is taken for dead
 * @param again when to ask a model that could not be asked; later each time
 * @param expiry for how long to go on trying that
 */
@ConfigurationProperties("parley.checks")
record CheckSettings(@DefaultValue("4") int atOnce, @DefaultValue("30s") Duration margin,
		@DefaultValue("1m") Duration again, @DefaultValue("7d") Duration expiry) {

	CheckSettings {
		if (atOnce < 1 || atOnce > 64) {
			throw new IllegalArgumentException("parley.checks.at-once must be 1 to 64");
		}
	}

}
