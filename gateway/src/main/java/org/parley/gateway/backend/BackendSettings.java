package org.parley.gateway.backend;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Timeouts of the services.
 *
 * @param connectTimeout for a new connection
 * @param patience how long an instance may answer none of the waiting requests; after a
 * quarter of it the gateway asks the instance itself, which has the rest of it to answer
 */
@Validated
@ConfigurationProperties("parley.gateway.backend")
record BackendSettings(@DefaultValue("1s") Duration connectTimeout,
		@NotNull @DurationMin(millis = 1) @DefaultValue("5s") Duration patience) {

	/** How long nothing may be answered before the gateway asks. */
	Duration suspicion() {
		return this.patience.dividedBy(4);
	}

	/** How long an instance may take to answer the gateway. */
	Duration answerTime() {
		return this.patience.minus(suspicion());
	}

	/** The connect timeout in milliseconds, as Netty takes it. */
	int connectTimeoutMillis() {
		return Math.toIntExact(this.connectTimeout.toMillis());
	}

}
