package org.parley.notification.push;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for notifications on devices.
 *
 * @param allowPrivateAddresses whether push services may have private addresses and plain
 * http; for tests
 * @param connectTimeout time limit of connecting to a push service
 * @param timeout time limit of the whole request
 * @param retries pauses after each failure of a push service; after the last one the
 * notification is not sent to the device
 * @param lease time until another worker may claim a notification
 * @param kept how long a push service keeps a notification for a device without network
 */
@ConfigurationProperties("parley.push")
record PushSettings(@DefaultValue("false") boolean allowPrivateAddresses, @DefaultValue("5s") Duration connectTimeout,
		@DefaultValue("10s") Duration timeout, @DefaultValue( {
				"1m", "10m", "1h" }) List<Duration> retries,
		@DefaultValue("3m") Duration lease, @DefaultValue("1d") Duration kept){
}
