package org.parley.platform.messaging.outbox;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.contracts.SealedEventSecret;

/** Events of books on a shelf; the key is the shelf. */
sealed interface BookEvent extends ParleyEvent {

	String shelf();

	int number();

	@Override
	default String subject() {
		return "book-" + number();
	}

	@Override
	default String partitionKey() {
		return shelf();
	}

	/** Has a consumer. */
	@Publishes("book.lent")
	record Lent(String shelf, int number) implements BookEvent {
	}

	/** Has consumers, of which only reader-service can open the code. */
	@Publishes("book.returned")
	record Returned(String shelf, int number, SealedEventSecret code) implements BookEvent {
	}

	/** Has no consumer. */
	@Publishes("book.dusted")
	record Dusted(String shelf, int number) implements BookEvent {
	}

	/** A snapshot, which the outbox refuses. */
	@Publishes("book.snapshot")
	record Snapshot(String shelf, int number) implements BookEvent {
	}

	/** Has another type than it declares. */
	@Publishes("book.lent")
	record Mistaken(String type, String shelf, int number) implements BookEvent {
	}

	/** Declares no type. */
	record Unpublished(String type, String shelf, int number) implements BookEvent {
	}

}
