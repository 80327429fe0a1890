package org.parley.webhook.subscription;

import com.fasterxml.jackson.annotation.JsonValue;

/** The status of a subscription. */
public enum WebhookSubscriptionStatus {

	/** Receives messages. */
	ACTIVE("active"),
	/** Receives no messages until an administrator enables it. */
	DISABLED("disabled"),
	/** Receives no messages any more, since its endpoint answered 410. */
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
