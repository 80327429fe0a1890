package org.parley.contracts;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.Catalogue.Event;
import org.parley.contracts.Catalogue.Exchange;
import org.parley.contracts.Catalogue.Order;
import org.parley.contracts.Catalogue.Queue;

/**
 * What in a catalogue breaks somebody, compared with the one before. The broker keeps the
 * exchanges, open queues and bindings that the one before declared: it refuses to declare
 * them otherwise, and goes on sending to where nobody listens any more. What was never
 * open was never declared.
 */
final class CatalogueChanges {

	private final Catalogue before;

	private final List<String> breaks = new ArrayList<>();

	private CatalogueChanges(Catalogue before) {
		this.before = before;
	}

	/** Lists the incompatible changes; empty when there are none. */
	static List<String> between(Catalogue before, Catalogue now) {
		CatalogueChanges changes = new CatalogueChanges(before);
		before.exchanges().forEach((name, exchange) -> changes.exchange(name, exchange, now.exchanges().get(name)));
		before.queues()
			.entrySet()
			.stream()
			.filter((queue) -> queue.getValue().open())
			.forEach((queue) -> changes.queue(queue.getKey(), queue.getValue(), now.queues().get(queue.getKey())));
		return changes.breaks;
	}

	private void exchange(String name, Exchange was, @Nullable Exchange is) {
		if (is == null) {
			this.breaks.add(name + " is gone");
			return;
		}
		must(was.publisher().equals(is.publisher()), name, "has another publisher");
		was.events().forEach((type, event) -> event(type, event, is.events().get(type)));
	}

	private void event(String type, Event was, @Nullable Event is) {
		if (is == null) {
			this.breaks.add(type + " is gone");
			return;
		}
		must(was.key() == is.key(), type, "is ordered otherwise");
		must(was.snapshot() == is.snapshot(), type, "travels otherwise");
		was.heardBy()
			.stream()
			.filter((queue) -> isOpen(queue) && !is.heardBy().contains(queue))
			.forEach((queue) -> this.breaks.add(type + " is not consumed by " + queue + " any more"));
	}

	private boolean isOpen(String queue) {
		Queue was = this.before.queues().get(queue);
		return was != null && was.open();
	}

	private void queue(String name, Queue was, @Nullable Queue is) {
		if (is == null) {
			this.breaks.add(name + " is gone");
			return;
		}
		must(is.open(), name, "is closed");
		must(was.listener().equals(is.listener()), name, "has another listener");
		must(was.onePer() == is.onePer(), name, "is shared otherwise");
		must((was.order() == Order.SINGLE) == (is.order() == Order.SINGLE), name, "has another order");
	}

	private void must(boolean kept, String what, String otherwise) {
		if (!kept) {
			this.breaks.add(what + " " + otherwise);
		}
	}

}
