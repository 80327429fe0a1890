package org.parley.webhook.receipt.inbound;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** Counts received and refused webhooks. */
@Component
class ReceiptMetrics {

	private final MeterRegistry meters;

	ReceiptMetrics(MeterRegistry meters) {
		this.meters = meters;
	}

	void countAccepted(String provider) {
		count(provider, "accepted");
	}

	void countRepeated(String provider) {
		count(provider, "repeated");
	}

	void countRefused(String provider, String refusal) {
		count(provider, refusal);
	}

	/**
	 * Counts all unknown providers under one tag, since their names come from requests.
	 */
	void countUnknownProvider() {
		count("unknown", "unknown-provider");
	}

	private void count(String provider, String outcome) {
		this.meters.counter("parley.webhooks.received", "provider", provider, "outcome", outcome).increment();
	}

}
