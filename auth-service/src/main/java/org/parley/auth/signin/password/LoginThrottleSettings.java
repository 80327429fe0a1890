package org.parley.auth.signin.password;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How failures slow down who goes on guessing.
 *
 * @param free failures before the first delay
 * @param first the first delay; each further failure doubles it
 * @param longest delay
 */
@ConfigurationProperties("parley.slowdown")
record LoginThrottleSettings(@DefaultValue("5") int free, @DefaultValue("1s") Duration first,
		@DefaultValue("15m") Duration longest) {

	/** How long to wait after the last of so many failures. */
	Duration after(int failures) {
		if (failures < this.free) {
			return Duration.ZERO;
		}
		var delay = this.first.multipliedBy(1L << Math.min(failures - this.free, 20));
		return (delay.compareTo(this.longest) < 0) ? delay : this.longest;
	}

}
