package org.parley.realtime.room;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import com.github.f4b6a3.ulid.Ulid;

import org.springframework.stereotype.Component;

/**
 * Which joins wait for a thread that is not known: those whose thread is so young that
 * its event may be under way, and few at a time for one person or address.
 */
@Component
class WaitLimit {

	private static final Duration YOUNG = Duration.ofMinutes(1);

	/** How far the clocks of two of our machines may be apart. */
	private static final Duration SKEW = Duration.ofSeconds(5);

	private static final int MOST = 5;

	private final Map<String, Integer> waiting = new HashMap<>();

	private final InstantSource clock;

	WaitLimit(InstantSource clock) {
		this.clock = clock;
	}

	/** Begins to wait; false when that is of no use, or too much. */
	synchronized boolean begin(String origin, String threadId) {
		var now = this.waiting.getOrDefault(origin, 0);
		if (now >= MOST || !isYoung(threadId)) {
			return false;
		}
		this.waiting.put(origin, now + 1);
		return true;
	}

	synchronized void end(String origin) {
		this.waiting.computeIfPresent(origin, (_, now) -> (now > 1) ? now - 1 : null);
	}

	private boolean isYoung(String threadId) {
		var begun = Ulid.from(threadId).getInstant();
		var now = this.clock.instant();
		return begun.isAfter(now.minus(YOUNG)) && !begun.isAfter(now.plus(SKEW));
	}

}
