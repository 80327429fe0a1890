package org.parley.realtime.room;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.parley.realtime.session.SocketSession;

/**
 * A socket in a room, and the offset up to which it was told everything. It hears events
 * in the order of the log, each once, as only what follows that offset without a gap is
 * told. While it still catches up it hears nothing else.
 */
final class RoomMembership {

	private final SocketSession socketSession;

	private boolean live;

	private @Nullable Long position;

	RoomMembership(SocketSession socketSession) {
		this.socketSession = socketSession;
	}

	SocketSession session() {
		return this.socketSession;
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
	synchronized Heard hear(DeliveryBatch deliveryBatch) {
		var from = this.position;
		if (!this.live || from == null || from >= deliveryBatch.through()) {
			return Heard.NOTHING;
		}
		if (from < deliveryBatch.after()) {
			return Heard.BEHIND;
		}
		this.position = deliveryBatch.through();
		return deliveryBatch.deliveries()
			.stream()
			.filter((socketDelivery) -> socketDelivery.follows(from))
			.allMatch(this::send) ? Heard.ALL : Heard.GONE;
	}

	/** Tells of something that has no offset. */
	synchronized Heard hear(SocketDelivery socketDelivery) {
		if (!this.live) {
			return Heard.NOTHING;
		}
		return send(socketDelivery) ? Heard.ALL : Heard.GONE;
	}

	private boolean send(SocketDelivery socketDelivery) {
		return this.socketSession.send(socketDelivery.name(), socketDelivery.message());
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
