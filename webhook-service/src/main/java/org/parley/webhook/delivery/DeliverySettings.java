package org.parley.webhook.delivery;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How subscribers are told.
 *
 * @param retries the pauses before each try; the first is usually none
 * @param jitter by which part a pause may be longer, so that not everybody comes at once
 * @param perEndpoint how many deliveries of one subscription a worker makes at a time
 * @param rest how long an endpoint is left alone after many failures in a row
 * @param patience how long a message waits until its category is known
 */
@ConfigurationProperties("parley.webhooks.deliveries")
record DeliverySettings(@DefaultValue( {
		"0s", "5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h" }) List<Duration> retries,
		@DefaultValue("0.1") double jitter, @DefaultValue("2") int perEndpoint, @DefaultValue("30s") Duration rest,
		@DefaultValue("10m") Duration patience){

	DeliverySettings {
		Assert.isTrue(!retries.isEmpty(), "parley.webhooks.deliveries.retries names one try at least");
		Assert.isTrue(jitter >= 0 && jitter <= 1, "parley.webhooks.deliveries.jitter is from 0 to 1");
		Assert.isTrue(perEndpoint > 0, "parley.webhooks.deliveries.per-endpoint is at least 1");
	}

}
