package org.parley.realtime.room;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import com.github.f4b6a3.ulid.Ulid;

import org.springframework.stereotype.Component;

/**
 * Limits joins that wait for an unknown thread: the thread must be so new that its event
 * may be under way, and each user or address has few waits at a time.
 */
@Component
class WaitLimit {

	private static final Duration MAX_AGE = Duration.ofMinutes(1);

	/** Maximum difference between the clocks of two servers. */
	private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(5);

	private static final int MAX_WAITS = 5;

	private final Map<String, Integer> waiting = new HashMap<>();

	private final InstantSource clock;

	WaitLimit(InstantSource clock) {
		this.clock = clock;
	}

	/** Acquires a wait; false if the thread is too old or the limit is reached. */
	synchronized boolean tryAcquire(String origin, String threadId) {
		var current = this.waiting.getOrDefault(origin, 0);
		if (current >= MAX_WAITS || !isNew(threadId)) {
			return false;
		}
		this.waiting.put(origin, current + 1);
		return true;
	}

	synchronized void release(String origin) {
		this.waiting.computeIfPresent(origin, (_, current) -> (current > 1) ? current - 1 : null);
	}

	private boolean isNew(String threadId) {
		var created = Ulid.from(threadId).getInstant();
		var now = this.clock.instant();
		return created.isAfter(now.minus(MAX_AGE)) && !created.isAfter(now.plus(MAX_CLOCK_SKEW));
	}

}
