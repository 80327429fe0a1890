package org.parley.resilience.follower;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A client's state of a thread. */
final class FollowedThread {

	private final Set<String> posts = ConcurrentHashMap.newKeySet();

	private final AtomicLong offset = new AtomicLong();

	private final AtomicInteger reading = new AtomicInteger();

	private volatile boolean open;

	private volatile boolean read;

	void add(String post) {
		this.posts.add(post);
	}

	boolean knows(String post) {
		return this.posts.contains(post);
	}

	/** Returns the highest received or acknowledged offset; 0 if there is none. */
	long offset() {
		return this.offset.get();
	}

	void advanceTo(long place) {
		this.offset.accumulateAndGet(place, Math::max);
	}

	void markJoined() {
		this.open = true;
	}

	void markLeft() {
		this.open = false;
	}

	/**
	 * Marks that a read has started, which goes on across connections until it succeeds.
	 */
	void markReading() {
		this.reading.incrementAndGet();
		this.read = true;
	}

	/**
	 * Whether it has been read since a join. Before, an event may have been received
	 * although the answer to the join was lost, and its offset covers no earlier post.
	 */
	boolean hasBeenRead() {
		return this.read;
	}

	void markRead() {
		this.reading.decrementAndGet();
	}

	boolean isCaughtUp() {
		return this.open && this.reading.get() == 0;
	}

}
