package org.parley.moderation.model;

import java.time.Duration;

import org.parley.platform.ai.ModelCallLimits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Settings of the outside model.
 *
 * @param moderationModel the name of the model
 * @param readTimeout the read timeout
 * @param attempts the maximum number of attempts, 1 to 10
 * @param firstDelay the delay before the second attempt; doubles with each attempt
 * @param longestDelay the maximum delay between attempts
 * @param callsPerMinute the maximum number of calls per minute and instance
 * @param price the price of a million tokens in any currency; 0 if free
 * @param circuit the circuit breaker
 */
@ConfigurationProperties("parley.ai")
record ModerationModelSettings(@DefaultValue("omni-moderation-latest") String moderationModel,
		@DefaultValue("10s") Duration readTimeout, @DefaultValue("3") int attempts,
		@DefaultValue("500ms") Duration firstDelay, @DefaultValue("10s") Duration longestDelay,
		@DefaultValue("300") int callsPerMinute, @DefaultValue("0") double price,
		@DefaultValue ModelCallLimits.Circuit circuit) {

	ModerationModelSettings {
		Assert.isTrue(attempts >= 1 && attempts <= 10, "parley.ai.attempts must be 1 to 10");
		Assert.isTrue(callsPerMinute >= 1, "parley.ai.calls-per-minute must be at least 1");
	}

	ModelCallLimits limits() {
		return new ModelCallLimits(this.attempts, this.firstDelay, this.longestDelay, this.callsPerMinute,
				this.circuit);
	}

}
