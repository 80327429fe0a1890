package org.parley.webhook.delivery;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonValue;

/** The status of a delivery. */
public enum DeliveryStatus {

	/** Waits for its next attempt. */
	WAITING("waiting"),
	/** A worker has claimed it; it is due again when the lease ends. */
	SENDING("sending"),
	/** The endpoint accepted it. */
	DELIVERED("delivered"),
	/** The last attempt failed. */
	FAILED("failed"),
	/** The owner of the subscription may not read its content any more. */
	WITHHELD("withheld"),
	/** The subscription was stopped. */
	CANCELLED("cancelled");

	private final String word;

	DeliveryStatus(String word) {
		this.word = word;
	}

	@JsonValue
	public String word() {
		return this.word;
	}

	/** Whether there is no further attempt. */
	boolean isClosed() {
		return this != WAITING && this != SENDING;
	}

	static DeliveryStatus of(String word) {
		return Arrays.stream(values()).filter((status) -> status.word.equals(word)).findFirst().orElseThrow();
	}

}
