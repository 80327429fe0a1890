package org.parley.realtime.room;

import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.parley.realtime.session.SocketSession;

/**
 * A socket in a room, and the offset up to which it has received all events. Only events
 * that follow this offset without a gap are sent, so it receives each event once and in
 * order. It receives no live events while it catches up.
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

	/** Starts live delivery; without an offset, the first recorded event sets it. */
	synchronized void goLive(@Nullable Long receivedThrough) {
		this.live = true;
		this.position = receivedThrough;
	}

	/**
	 * Returns the offset up to which it has received all events; empty while it catches
	 * up.
	 */
	synchronized OptionalLong position() {
		var known = this.position;
		return (this.live && known != null) ? OptionalLong.of(known) : OptionalLong.empty();
	}

	/** Checks whether it is live without a known offset. */
	synchronized boolean isAwaitingOffset() {
		return this.live && this.position == null;
	}

	/** Checks whether its user receives an event. */
	boolean isReceiverOf(SocketDelivery socketDelivery) {
		return socketDelivery.isFor(this.socketSession.identity().userId());
	}

	/** Sends the events of a batch that it has not received. */
	synchronized Outcome deliver(DeliveryBatch deliveryBatch) {
		var from = this.position;
		if (!this.live || from == null || from >= deliveryBatch.through()) {
			return Outcome.NOTHING_NEW;
		}
		if (from < deliveryBatch.after()) {
			return Outcome.BEHIND;
		}
		this.position = deliveryBatch.through();
		return deliveryBatch.deliveries()
			.stream()
			.filter((socketDelivery) -> socketDelivery.follows(from))
			.allMatch(this::send) ? Outcome.DELIVERED : Outcome.CLOSED;
	}

	/** Sends an event without an offset. */
	synchronized Outcome deliver(SocketDelivery socketDelivery) {
		if (!this.live) {
			return Outcome.NOTHING_NEW;
		}
		return send(socketDelivery) ? Outcome.DELIVERED : Outcome.CLOSED;
	}

	private boolean send(SocketDelivery socketDelivery) {
		return !isReceiverOf(socketDelivery) || this.socketSession.send(socketDelivery.event());
	}

	/** Outcome of a delivery. */
	enum Outcome {

		/** All events were received before. */
		NOTHING_NEW,
		/** New events were sent. */
		DELIVERED,
		/** Earlier events are missing; the log contains them. */
		BEHIND,
		/** The socket does not read and was cut off. */
		CLOSED

	}

	/**
	 * The consecutive events of a room after one offset, up to and including another.
	 *
	 * @param after the offset before the first
	 * @param through the offset of the last
	 * @param deliveries the events in order
	 */
	record DeliveryBatch(long after, long through, List<SocketDelivery> deliveries) {
	}

}
