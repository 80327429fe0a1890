package org.parley.realtime.replay;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a room is kept for those who were away.
 *
 * @param events how many events of a room
 * @param kept for how long
 * @param remembered how long it is known whether there was anything at all
 * @param pause how long Redis is left alone after it failed
 */
@ConfigurationProperties("parley.realtime.replay")
record ReplaySettings(@DefaultValue("1000") int events, @DefaultValue("10m") Duration kept,
		@DefaultValue("24h") Duration remembered, @DefaultValue("2s") Duration pause) {
}
