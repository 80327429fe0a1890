package org.parley.realtime.presence;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of presence.
 *
 * @param beat how often an instance says who is connected to it
 * @param grace how long people without a socket stay online, for reconnects and restarts;
 * several times the beat
 * @param inactivity how long a socket without a request counts as active
 * @param remembered how long it is known when people were last seen
 */
@ConfigurationProperties("parley.realtime.presence")
record PresenceSettings(@DefaultValue("2s") Duration beat, @DefaultValue("20s") Duration grace,
		@DefaultValue("10m") Duration inactivity, @DefaultValue("30d") Duration remembered) {
}
