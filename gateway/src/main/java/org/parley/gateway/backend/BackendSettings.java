package org.parley.gateway.backend;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long to wait for a service, and when to stop asking it for a while.
 *
 * @param connectTimeout for a new connection
 * @param breaker when to stop asking
 */
@Validated
@ConfigurationProperties("parley.gateway.backend")
record BackendSettings(@DefaultValue("1s") Duration connectTimeout, @DefaultValue @Valid Breaker breaker) {

	/**
	 * When to stop asking a service that cannot be reached.
	 *
	 * @param window the calls that are looked at
	 * @param failures the percentage of them that is too much
	 * @param pause how long the service is left alone
	 */
	record Breaker(@DefaultValue("20") @Min(2) int window, @DefaultValue("50") @Min(1) @Max(100) int failures,
			@DefaultValue("5s") Duration pause) {
	}

}
