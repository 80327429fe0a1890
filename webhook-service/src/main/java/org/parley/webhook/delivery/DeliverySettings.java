package org.parley.webhook.delivery;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Settings of deliveries.
 *
 * @param retries pauses before each attempt
 * @param jitter random extension of a pause, as a fraction of it
 * @param perEndpoint concurrent requests per subscription and worker; two until an
 * endpoint has accepted one
 * @param rest pause of an endpoint after repeated failures
 * @param patience maximal wait for an unknown category
 */
@ConfigurationProperties("parley.webhooks.deliveries")
public record DeliverySettings(@DefaultValue( {
		"0s", "5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h" }) List<Duration> retries,
		@DefaultValue("0.1") double jitter, @DefaultValue("10") int perEndpoint, @DefaultValue("30s") Duration rest,
		@DefaultValue("10m") Duration patience){

	public DeliverySettings {
		Assert.isTrue(!retries.isEmpty(), "parley.webhooks.deliveries.retries must contain at least one pause");
		Assert.isTrue(jitter >= 0 && jitter <= 1, "parley.webhooks.deliveries.jitter must be from 0 to 1");
		Assert.isTrue(perEndpoint > 0, "parley.webhooks.deliveries.per-endpoint must be at least 1");
	}

}
