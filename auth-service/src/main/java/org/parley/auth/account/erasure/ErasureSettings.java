package org.parley.auth.account.erasure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The timing of erasures.
 *
 * @param delay how long a closed account can be restored
 * @param patience after how long a service that has not answered is asked again
 */
@ConfigurationProperties("parley.erasure")
record ErasureSettings(@DefaultValue("14d") Duration delay, @DefaultValue("1h") Duration patience) {

	ErasureSettings {
		Assert.isTrue(!delay.isNegative(), "parley.erasure.delay must not be negative");
		Assert.isTrue(patience.isPositive(), "parley.erasure.patience must be positive");
	}

}
