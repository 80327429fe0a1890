package org.parley.realtime.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.realtime.session.Session;

/**
 * A socket in a room. What happens while it is still being told what it has missed waits,
 * so that it hears all in order and nothing twice.
 */
final class Membership {

	private static final int PATIENCE = 1_000;

	private final Session session;

	private @Nullable List<Delivery> waiting = new ArrayList<>();

	private long through;

	Membership(Session session) {
		this.session = session;
	}

	Session session() {
		return this.session;
	}

	/** Tells of an event; false when the socket takes no more, and is cut off. */
	synchronized boolean hear(Delivery delivery) {
		if (this.waiting == null) {
			return !isNews(delivery) || this.session.send(delivery.name(), delivery.message());
		}
		this.waiting.add(delivery);
		if (this.waiting.size() > PATIENCE) {
			this.session.cut();
			return false;
		}
		return true;
	}

	/** Tells what was missed, then what has waited; from here on everything at once. */
	void catchUp(List<Delivery> missed) {
		missed.forEach((delivery) -> this.session.sendPatiently(delivery.name(), delivery.message()));
		reached(missed);
		for (var next = next(); !next.isEmpty(); next = next()) {
			next.stream()
				.filter(this::isNews)
				.forEach((delivery) -> this.session.sendPatiently(delivery.name(), delivery.message()));
		}
	}

	private synchronized void reached(List<Delivery> missed) {
		this.through = missed.stream().mapToLong(Delivery::place).max().orElse(0);
	}

	private synchronized List<Delivery> next() {
		var next = Objects.requireNonNullElse(this.waiting, List.<Delivery>of());
		this.waiting = next.isEmpty() ? null : new ArrayList<>();
		return next;
	}

	private synchronized boolean isNews(Delivery delivery) {
		return delivery.offset() == null || delivery.place() > this.through;
	}

}
