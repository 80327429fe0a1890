package org.parley.realtime.replay;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the replay log.
 *
 * @param events number of events kept per room
 * @param size size of the events kept per room; the latest one is always kept
 * @param kept how long events are kept
 * @param remembered how long an empty log still knows whether it had events
 * @param pause how long Redis is not used after a failure
 */
@ConfigurationProperties("parley.realtime.replay")
record ReplaySettings(@DefaultValue("1000") int events, @DefaultValue("4MB") DataSize size,
		@DefaultValue("10m") Duration kept, @DefaultValue("24h") Duration remembered,
		@DefaultValue("2s") Duration pause) {
}
