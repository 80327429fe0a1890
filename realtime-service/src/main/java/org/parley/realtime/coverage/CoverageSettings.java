package org.parley.realtime.coverage;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an instance finds out that the log has what it did not hear.
 *
 * @param pause between two looks
 * @param settling how long what was published before the instance listened may take to
 * reach the shared queue
 * @param join how long a join waits before its client reads anew
 * @param delay after how long those who have joined read anew
 */
@ConfigurationProperties("parley.realtime.coverage")
record CoverageSettings(@DefaultValue("50ms") Duration pause, @DefaultValue("100ms") Duration settling,
		@DefaultValue("3s") Duration join, @DefaultValue("10s") Duration delay) {
}
