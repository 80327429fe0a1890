package org.parley.platform.events.stray;

import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

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
