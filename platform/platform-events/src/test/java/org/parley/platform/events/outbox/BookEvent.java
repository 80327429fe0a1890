package org.parley.platform.events.outbox;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;
import org.parley.platform.events.secret.SealedEventSecret;

/** What happens to the books of a shelf; the key is the shelf. */
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

	/** Somebody hears it. */
	@Publishes("book.lent")
	record Lent(String shelf, int number) implements BookEvent {
	}

	/** Somebody hears it, and reader-service alone can open the code. */
	@Publishes("book.returned")
	record Returned(String shelf, int number, SealedEventSecret code) implements BookEvent {
	}

	/** Nobody hears it. */
	@Publishes("book.dusted")
	record Dusted(String shelf, int number) implements BookEvent {
	}

	/** Goes to one queue only, and not through the outbox. */
	@Publishes("book.snapshot")
	record Snapshot(String shelf, int number) implements BookEvent {
	}

	/** Says another type than it publishes. */
	@Publishes("book.lent")
	record Mistaken(String type, String shelf, int number) implements BookEvent {
	}

	/** Publishes nothing. */
	record Unpublished(String type, String shelf, int number) implements BookEvent {
	}

}
