package org.parley.platform.mongo.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * Work that is stored with the time when it is due. Its loop sleeps until then, or until
 * a signal; without due work for 8 to 12 seconds, the safety net for work that another
 * instance has stored or dropped, and for a minute while no other instance runs. Whatever
 * makes work due earlier than known must signal after its commit, or {@link #pollAlone()}
 * must be shorter.
 */
public abstract class DueWork implements ClusterLoop.Work {

	private static final Duration IDLE = Duration.ofSeconds(8);

	private static final Duration JITTER = Duration.ofSeconds(4);

	/** Another instance is expected to do the overdue work. */
	private static final Duration OVERDUE = Duration.ofMillis(500);

	private final InstantSource clock;

	private volatile Duration poll = Duration.ZERO;

	private volatile Duration pollAlone = Duration.ZERO;

	protected DueWork(InstantSource clock) {
		this.clock = clock;
	}

	/** When the next work is due; empty if there is none. */
	protected abstract Optional<Instant> findNextDue();

	@Override
	public final boolean waits() {
		var now = this.clock.instant();
		var untilDue = findNextDue().map((next) -> Duration.between(now, next));
		this.poll = delay(untilDue, idle());
		this.pollAlone = delay(untilDue, ClusterLoop.LONGEST_POLL_ALONE);
		return untilDue.filter(Predicate.not(Duration::isPositive)).isPresent();
	}

	@Override
	public final Duration poll() {
		return this.poll;
	}

	@Override
	public Duration pollAlone() {
		return this.pollAlone;
	}

	private static Duration delay(Optional<Duration> untilDue, Duration longest) {
		return untilDue.filter((until) -> until.compareTo(longest) <= 0)
			.map((until) -> until.isPositive() ? until : OVERDUE)
			.orElse(longest);
	}

	private static Duration idle() {
		return IDLE.plusMillis(ThreadLocalRandom.current().nextLong(JITTER.toMillis()));
	}

}
