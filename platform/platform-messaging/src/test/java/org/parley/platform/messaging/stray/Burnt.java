package org.parley.platform.messaging.stray;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/** A type without a catalogue entry. */
@Publishes({ "book.lent", "book.burnt" })
record Burnt(String type) implements ParleyEvent {

	@Override
	public String subject() {
		return "book";
	}

	@Override
	public String partitionKey() {
		return "shelf";
	}

}
