package org.parley.webhook.receipt;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;

/** The status of a receipt. */
public enum ReceiptStatus {

	/** Stored and acknowledged. */
	RECEIVED("received"),
	/** A worker processes it. */
	PROCESSING("processing"),
	/** It was processed. */
	PROCESSED("processed"),
	/** The last attempt failed. */
	FAILED("failed"),
	/** The signature was refused; only the number of refusals is stored. */
	REFUSED("refused");

	private final String word;

	ReceiptStatus(String word) {
		this.word = word;
	}

	@JsonValue
	String word() {
		return this.word;
	}

	/** The permitted next statuses. */
	private Set<ReceiptStatus> next() {
		return switch (this) {
			case RECEIVED -> Set.of(PROCESSING);
			case PROCESSING -> Set.of(PROCESSING, PROCESSED, FAILED);
			case FAILED -> Set.of(PROCESSING, RECEIVED);
			case PROCESSED -> Set.of(RECEIVED);
			case REFUSED -> Set.of();
		};
	}

	/** The permitted previous statuses. */
	List<ReceiptStatus> previous() {
		return Arrays.stream(values()).filter((status) -> status.next().contains(this)).toList();
	}

	static ReceiptStatus of(String word) {
		return Arrays.stream(values()).filter((status) -> status.word.equals(word)).findFirst().orElseThrow();
	}

}
