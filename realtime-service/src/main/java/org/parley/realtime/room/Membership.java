package org.parley.realtime.room;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.parley.realtime.session.Session;

/**
 * A socket in a room, and the offset up to which it was told everything. It hears events
 * in the order of the log, each once, as only what follows that offset without a gap is
 * told. While it still catches up it hears nothing else.
 */
final class Membership {

	private final Session session;

	private boolean live;

	private @Nullable Long position;

	Membership(Session session) {
		this.session = session;
	}

	Session session() {
		return this.session;
	}

	/** From here on it hears what happens; without a position once the log is back. */
	synchronized void goLive(@Nullable Long heardThrough) {
		this.live = true;
		this.position = heardThrough;
	}

	/** The offset up to which it has heard everything; empty while it catches up. */
	synchronized OptionalLong position() {
		var known = this.position;
		return (this.live && known != null) ? OptionalLong.of(known) : OptionalLong.empty();
	}

	/** Whether it hears what happens, but not yet from which offset on. */
	synchronized boolean isAdrift() {
		return this.live && this.position == null;
	}

	/** Tells what it has not heard of a batch. */
	synchronized Heard hear(Batch batch) {
		var from = this.position;
		if (!this.live || from == null || from >= batch.through()) {
			return Heard.NOTHING;
		}
		if (from < batch.after()) {
			return Heard.BEHIND;
		}
		this.position = batch.through();
		return batch.deliveries().stream().filter((delivery) -> delivery.follows(from)).allMatch(this::send) ? Heard.ALL
				: Heard.GONE;
	}

	/** Tells of something that has no offset. */
	synchronized Heard hear(Delivery delivery) {
		if (!this.live) {
			return Heard.NOTHING;
		}
		return send(delivery) ? Heard.ALL : Heard.GONE;
	}

	private boolean send(Delivery delivery) {
		return this.session.send(delivery.name(), delivery.message());
	}

	/** What became of a telling. */
	enum Heard {

		/** Nothing new was in it. */
		NOTHING,
		/** It was told what was new. */
		ALL,
		/** It misses something before that: the log has it. */
		BEHIND,
		/** It takes no more, and is cut off. */
		GONE

	}

}
