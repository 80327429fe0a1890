package org.parley.webhook.delivery;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a delivery is. */
enum DeliveryStatus {

	/** Has its turn at a certain time. */
	WAITING("waiting"),
	/** A worker has it, for as long as its lease; then it has its turn again. */
	SENDING("sending"),
	/** The subscriber has it. */
	DELIVERED("delivered"),
	/** It was tried as often as it is worth. */
	FAILED("failed"),
	/** What it repeats is not for everybody any more. */
	WITHHELD("withheld"),
	/** The subscriber is told no more. */
	CANCELLED("cancelled");

	private final String word;

	DeliveryStatus(String word) {
		this.word = word;
	}

	@JsonValue
	String word() {
		return this.word;
	}

	/** Whether nothing more happens to it by itself. */
	boolean isOver() {
		return this != WAITING && this != SENDING;
	}

	static DeliveryStatus of(String word) {
		return Arrays.stream(values()).filter((status) -> status.word.equals(word)).findFirst().orElseThrow();
	}

}
