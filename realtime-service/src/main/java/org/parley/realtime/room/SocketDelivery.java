package org.parley.realtime.room;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.realtime.session.EncodedEvent;

/**
 * An event to be sent to a socket.
 *
 * @param event the event, encoded once for all sockets
 * @param offset its position in the log, or null
 * @param subject id of what it is about, and of the user who caused it if that matters
 * @param hiddenFrom ids of the users who do not receive it
 */
record SocketDelivery(EncodedEvent event, @Nullable Long offset, String subject, Set<String> hiddenFrom) {

	private static final char BY = '@';

	/** Creates a delivery that nothing hides. */
	SocketDelivery(EncodedEvent event, @Nullable Long offset, String subject) {
		this(event, offset, subject, Set.of());
	}

	/**
	 * Returns the subject of an event in the log. It names the user who caused the event,
	 * so one that replaces others replaces those of the same user.
	 */
	static String subject(LiveEvent event) {
		return (event.by() != null) ? event.subject() + BY + event.by() : event.subject();
	}

	String name() {
		return this.event.name();
	}

	/** Returns the user who caused the event, if some readers must not receive it. */
	Optional<String> by() {
		var end = this.subject.indexOf(BY);
		return (end >= 0) ? Optional.of(this.subject.substring(end + 1)) : Optional.empty();
	}

	/** Returns the same delivery without some receivers. */
	SocketDelivery without(Set<String> userIds) {
		return new SocketDelivery(this.event, this.offset, this.subject, userIds);
	}

	/** Checks whether a user receives it. */
	boolean isFor(String userId) {
		return !this.hiddenFrom.contains(userId);
	}

	/** Checks whether it comes after an offset. */
	boolean follows(long position) {
		return this.offset == null || this.offset > position;
	}

	/** Checks whether a later delivery contains everything that this one does. */
	boolean isReplacedBy(SocketDelivery later) {
		return name().equals("vote-updated") && later.name().equals(name()) && later.subject.equals(this.subject);
	}

}
