package org.parley.platform.messaging.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.bson.BsonTimestamp;
import org.parley.platform.messaging.RecentIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits in the outbox while the broker is away, for listeners who can do something
 * with it at once. The broker is tried again for at most a third of the time, because one
 * that is held still makes each try long.
 */
final class UnsentEvents {

	private static final Logger log = LoggerFactory.getLogger(UnsentEvents.class);

	private static final int PAGE = 200;

	private static final int MAX_TOLD = 20_000;

	/** A record may be committed after later ones. */
	private static final int OVERLAP_SECONDS = 5;

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final OutboxRecords records;

	private final List<UnsentListener> listeners;

	private final RecentIds told = new RecentIds(MAX_TOLD);

	private BsonTimestamp from = new BsonTimestamp();

	private Set<Integer> partitions = Set.of();

	/** When the broker is tried again; {@code MIN} while it is there. */
	private Instant next = Instant.MIN;

	UnsentEvents(OutboxRecords records, List<UnsentListener> listeners) {
		this.records = records;
		this.listeners = List.copyOf(listeners);
	}

	/** Whether the broker is away and somebody listens. */
	boolean isAway() {
		return this.next.isAfter(Instant.MIN);
	}

	/** Whether the broker has been tried a moment ago. */
	boolean isPaused(Instant now) {
		return now.isBefore(this.next);
	}

	/**
	 * Begins or goes on after a try in vain.
	 * @return false if nobody listens
	 */
	boolean begin(Instant triedAt, Instant now) {
		if (this.listeners.isEmpty()) {
			return false;
		}
		if (!isAway()) {
			log.warn("The broker is away; events are told by another way");
		}
		var tried = Duration.between(triedAt, now).multipliedBy(2);
		this.next = now.plus((tried.compareTo(PAUSE) > 0) ? tried : PAUSE);
		return true;
	}

	/** Ends, because the broker takes events. */
	void end() {
		if (isAway()) {
			log.info("The broker is back");
			this.next = Instant.MIN;
			this.from = new BsonTimestamp();
			this.told.clear();
		}
	}

	/**
	 * Tells the listeners of all events in some partitions that they have not heard of.
	 */
	void tell(Set<Integer> held) {
		if (!held.equals(this.partitions)) {
			this.partitions = Set.copyOf(held);
			this.from = new BsonTimestamp();
		}
		var after = new BsonTimestamp(Math.max(0, this.from.getTime() - OVERLAP_SECONDS), 0);
		List<OutboxRecord> page;
		do {
			page = this.records.waitingAfter(after, held, PAGE);
			var fresh = page.stream().filter((event) -> this.told.add(event.id())).toList();
			if (!fresh.isEmpty()) {
				this.listeners.forEach((listener) -> listener.unsent(fresh));
			}
			after = page.isEmpty() ? after : page.getLast().at();
		}
		while (page.size() == PAGE);
		this.from = (after.compareTo(this.from) > 0) ? after : this.from;
	}

}
