package org.parley.platform.events.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Work that is stored with the time when it is due. Its loop sleeps until then, or until
 * a signal; without due work for 8 to 12 seconds, the safety net for work that another
 * instance has stored or dropped.
 */
public abstract class DueWork implements ClusterLoop.Work {

	private static final Duration IDLE = Duration.ofSeconds(8);

	private static final Duration JITTER = Duration.ofSeconds(4);

	/** Another instance is expected to do the overdue work. */
	private static final Duration OVERDUE = Duration.ofMillis(500);

	private final InstantSource clock;

	private volatile Duration poll = Duration.ZERO;

	protected DueWork(InstantSource clock) {
		this.clock = clock;
	}

	/** When the next work is due; empty if there is none. */
	protected abstract Optional<Instant> findNextDue();

	@Override
	public final boolean waits() {
		var due = findNextDue();
		var now = this.clock.instant();
		this.poll = due.map((next) -> Duration.between(now, next)).map(DueWork::delay).orElseGet(DueWork::idle);
		return due.filter((next) -> !next.isAfter(now)).isPresent();
	}

	@Override
	public final Duration poll() {
		return this.poll;
	}

	private static Duration delay(Duration untilDue) {
		var idle = idle();
		if (untilDue.compareTo(idle) > 0) {
			return idle;
		}
		return untilDue.isPositive() ? untilDue : OVERDUE;
	}

	private static Duration idle() {
		return IDLE.plusMillis(ThreadLocalRandom.current().nextLong(JITTER.toMillis()));
	}

}
