package org.parley.auth.signin.password;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Delays after failed attempts.
 *
 * @param free failures before the first delay
 * @param first first delay, doubled by each further failure
 * @param longest maximum delay
 */
@ConfigurationProperties("parley.slowdown")
record LoginThrottleSettings(@DefaultValue("5") int free, @DefaultValue("1s") Duration first,
		@DefaultValue("15m") Duration longest) {

	/** The delay after the last of these failures. */
	Duration delayAfter(int failures) {
		if (failures < this.free) {
			return Duration.ZERO;
		}
		var delay = this.first.multipliedBy(1L << Math.min(failures - this.free, 20));
		return (delay.compareTo(this.longest) < 0) ? delay : this.longest;
	}

}
