package org.parley.launcher.follower;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A client's knowledge of a thread. */
final class FollowedThread {

	private final Set<String> posts = ConcurrentHashMap.newKeySet();

	private final AtomicLong offset = new AtomicLong();

	private final AtomicInteger reading = new AtomicInteger();

	private volatile boolean open;

	void add(String post) {
		this.posts.add(post);
	}

	boolean knows(String post) {
		return this.posts.contains(post);
	}

	/** The highest offset that was heard or acknowledged; 0 before the first. */
	long offset() {
		return this.offset.get();
	}

	void reached(long place) {
		this.offset.accumulateAndGet(place, Math::max);
	}

	void joined() {
		this.open = true;
	}

	void left() {
		this.open = false;
	}

	void beginReading() {
		this.reading.incrementAndGet();
	}

	void endReading() {
		this.reading.decrementAndGet();
	}

	boolean isCaughtUp() {
		return this.open && this.reading.get() == 0;
	}

}
