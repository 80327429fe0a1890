package org.parley.webhook.receipt;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** Counts what came, and what became of it. */
@Component
class ReceiptMetrics {

	private final MeterRegistry meters;

	ReceiptMetrics(MeterRegistry meters) {
		this.meters = meters;
	}

	void accepted(String provider) {
		count(provider, "accepted");
	}

	void repeated(String provider) {
		count(provider, "repeated");
	}

	void refused(String provider, String refusal) {
		count(provider, refusal);
	}

	/** Named by strangers, so its name is no tag. */
	void unknown() {
		count("unknown", "unknown-provider");
	}

	private void count(String provider, String outcome) {
		this.meters.counter("parley.webhooks.received", "provider", provider, "outcome", outcome).increment();
	}

}
