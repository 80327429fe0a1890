package org.parley.auth.federation.join;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** Counts what people do with each provider. */
@Component
class FederationMetrics {

	private final MeterRegistry meters;

	FederationMetrics(MeterRegistry meters) {
		this.meters = meters;
	}

	/**
	 * Counts an outcome.
	 * @param outcome such as {@code signed-in}, or the code of a refusal
	 */
	void count(String provider, String outcome) {
		this.meters.counter("parley.federation", "provider", provider, "outcome", outcome).increment();
	}

}
