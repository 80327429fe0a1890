package org.parley.realtime.coverage;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for detecting that the log is complete.
 *
 * @param pause interval between two checks
 * @param settling maximum time for an event to reach the shared queue
 * @param join how long a join waits before the client must reload
 * @param delay time after which joined clients must reload
 */
@ConfigurationProperties("parley.realtime.coverage")
record CoverageSettings(@DefaultValue("50ms") Duration pause, @DefaultValue("100ms") Duration settling,
		@DefaultValue("3s") Duration join, @DefaultValue("10s") Duration delay) {
}
