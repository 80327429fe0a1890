package org.parley.realtime.room;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import com.github.f4b6a3.ulid.Ulid;
import org.parley.realtime.access.ReadPermission;
import org.parley.realtime.kind.RoomKind;
import org.parley.realtime.task.Pause;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Waits up to two seconds for a permission whose event may be under way: that of a new
 * thread, or that of a new member of any conversation or of a new follower of any author.
 * Each user or address has few waits at a time.
 */
@Component
class PermissionWaits {

	static final int MAX_ATTEMPTS = 20;

	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final Duration MAX_AGE = Duration.ofMinutes(1);

	/** Maximum difference between the clocks of two servers. */
	private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(5);

	private static final int MAX_WAITS = 5;

	private final Map<String, Integer> waiting = new HashMap<>();

	private final InstantSource clock;

	private final Duration pause;

	@Autowired
	PermissionWaits(InstantSource clock) {
		this(clock, PAUSE);
	}

	PermissionWaits(InstantSource clock, Duration pause) {
		this.clock = clock;
		this.pause = pause;
	}

	/** Returns the permission, as soon as it is known if its event may be under way. */
	ReadPermission await(String origin, RoomKind kind, String id, Supplier<ReadPermission> permission) {
		var current = permission.get();
		if (current != ReadPermission.UNKNOWN || !tryAcquire(origin, kind, id)) {
			return current;
		}
		try {
			for (var attempts = 1; current == ReadPermission.UNKNOWN && attempts < MAX_ATTEMPTS; attempts++) {
				Pause.of(this.pause);
				current = permission.get();
			}
			return current;
		}
		finally {
			release(origin);
		}
	}

	/** Acquires a wait; false if the thread is too old or the limit is reached. */
	synchronized boolean tryAcquire(String origin, RoomKind kind, String id) {
		var current = this.waiting.getOrDefault(origin, 0);
		if (current >= MAX_WAITS || (kind == RoomKind.THREAD && !isNew(id))) {
			return false;
		}
		this.waiting.put(origin, current + 1);
		return true;
	}

	synchronized void release(String origin) {
		this.waiting.computeIfPresent(origin, (_, current) -> (current > 1) ? current - 1 : null);
	}

	private boolean isNew(String id) {
		var created = Ulid.from(id).getInstant();
		var now = this.clock.instant();
		return created.isAfter(now.minus(MAX_AGE)) && !created.isAfter(now.plus(MAX_CLOCK_SKEW));
	}

}
