package org.parley.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a subscriber is told. */
public enum WebhookSubscriptionStatus {

	/** Is told. */
	ACTIVE("active"),
	/** Is not told, until an administrator says so. */
	DISABLED("disabled"),
	/** Has answered 410: wants no more, for good. */
	ENDED("ended");

	private final String word;

	WebhookSubscriptionStatus(String word) {
		this.word = word;
	}

	@JsonValue
	public String word() {
		return this.word;
	}

}
