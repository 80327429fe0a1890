package org.parley.gateway.backend;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Timeouts and circuit breakers of the services.
 *
 * @param connectTimeout for a new connection
 * @param breaker when to stop calling a service
 */
@Validated
@ConfigurationProperties("parley.gateway.backend")
record BackendSettings(@DefaultValue("1s") Duration connectTimeout, @DefaultValue @Valid Breaker breaker) {

	/** The connect timeout in milliseconds, as Netty takes it. */
	int connectTimeoutMillis() {
		return Math.toIntExact(this.connectTimeout.toMillis());
	}

	/**
	 * When to stop calling an unavailable service.
	 *
	 * @param window the number of calls to evaluate
	 * @param failures the failure percentage that opens the breaker
	 * @param pause how long the breaker stays open
	 */
	record Breaker(@DefaultValue("20") @Min(2) int window, @DefaultValue("50") @Min(1) @Max(100) int failures,
			@DefaultValue("5s") Duration pause) {
	}

}
