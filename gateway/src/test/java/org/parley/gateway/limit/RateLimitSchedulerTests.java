package org.parley.gateway.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitSchedulerTests {

	private static final Duration INTERVAL = Duration.ofMillis(100);

	private static final RateLimitSettings.Quota QUOTA = new RateLimitSettings.Quota(10, Duration.ofMinutes(1));

	/** So small that each request becomes due. */
	private static final RateLimit TEN = new RateLimit("ten", 10, Duration.ofMinutes(1));

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final RateLimiter rateLimiter = new RateLimiter(
			new RateLimitSettings(QUOTA, QUOTA, QUOTA, QUOTA, QUOTA, QUOTA, QUOTA, QUOTA, QUOTA, Set.of(), Set.of(),
					Set.of(), Set.of(), Set.of(), Set.of(), INTERVAL, 1000),
			new TickingClock(Instant.parse("2026-11-20T08:00:00Z")));

	/** The number of counts in each exchange. */
	private final List<Integer> exchanges = new ArrayList<>();

	private int batch = 1_000;

	RateLimitSchedulerTests() {
		this.time.advanceTimeBy(Duration.ofHours(1));
		var _ = new RateLimitScheduler(this.rateLimiter, this::exchange, INTERVAL, this.time);
	}

	@AfterEach
	void stop() {
		this.time.dispose();
	}

	@Test
	void idleInstanceExchangesNothing() {
		this.time.advanceTimeBy(Duration.ofHours(1));
		assertThat(this.exchanges).isEmpty();
		assertThat(this.time.getScheduledTaskCount()).isZero();
	}

	@Test
	void firstCountIsSentAtOnce() {
		count("alice");
		pass(Duration.ZERO);
		assertThat(this.exchanges).containsExactly(1);
	}

	@Test
	void countsWithinIntervalAreSentTogetherAtItsEnd() {
		count("alice");
		pass(Duration.ZERO);
		count("bob");
		count("carol");
		pass(INTERVAL.minusMillis(1));
		assertThat(this.exchanges).containsExactly(1);
		pass(Duration.ofMillis(1));
		assertThat(this.exchanges).containsExactly(1, 2);
	}

	@Test
	void countsBeyondBatchFollowAfterInterval() {
		this.batch = 2;
		List.of("alice", "bob", "carol", "dave").forEach(this::count);
		pass(INTERVAL);
		assertThat(this.exchanges).containsExactly(1, 2);
		pass(INTERVAL);
		assertThat(this.exchanges).containsExactly(1, 2, 1);
		pass(INTERVAL.multipliedBy(10));
		assertThat(this.exchanges).hasSize(3);
	}

	private void exchange() {
		this.exchanges.add(this.rateLimiter.takeDue(this.batch).size());
	}

	private void count(String subject) {
		this.rateLimiter.count(TEN, subject);
	}

	private void pass(Duration duration) {
		this.time.advanceTimeBy(duration);
	}

}
