package org.parley.platform.web.problem;

import java.time.Duration;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Scope;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests an instance processes; may change while it runs.
 *
 * @param concurrent the number of requests in progress; further ones are refused
 */
@Validated
@Scope("prototype")
@ConfigurationProperties("parley.requests")
public record RequestLimits(@Positive @DefaultValue("512") int concurrent) {

	/** Refuses at once: requests that wait would fill the heap as well. */
	public BulkheadConfig bulkhead() {
		return BulkheadConfig.custom()
			.maxConcurrentCalls(this.concurrent)
			.maxWaitDuration(Duration.ZERO)
			.writableStackTraceEnabled(false)
			.build();
	}

}
