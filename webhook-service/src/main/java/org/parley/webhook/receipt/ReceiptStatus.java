package org.parley.webhook.receipt;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a receipt is. */
enum ReceiptStatus {

	/** Stored, and its sender was told so. */
	RECEIVED("received"),
	/** A worker has it. */
	PROCESSING("processing"),
	/** It has had its effect. */
	PROCESSED("processed"),
	/** The last try did not succeed. */
	FAILED("failed"),
	/** It was not believed; nothing of it is kept. */
	REFUSED("refused");

	private final String word;

	ReceiptStatus(String word) {
		this.word = word;
	}

	@JsonValue
	String word() {
		return this.word;
	}

	/** What may follow. */
	private Set<ReceiptStatus> next() {
		return switch (this) {
			case RECEIVED -> Set.of(PROCESSING);
			case PROCESSING -> Set.of(PROCESSING, PROCESSED, FAILED);
			case FAILED -> Set.of(PROCESSING, RECEIVED);
			case PROCESSED -> Set.of(RECEIVED);
			case REFUSED -> Set.of();
		};
	}

	/** From where a receipt may come to be so. */
	List<ReceiptStatus> before() {
		return Arrays.stream(values()).filter((status) -> status.next().contains(this)).toList();
	}

	static ReceiptStatus of(String word) {
		return Arrays.stream(values()).filter((status) -> status.word.equals(word)).findFirst().orElseThrow();
	}

}
