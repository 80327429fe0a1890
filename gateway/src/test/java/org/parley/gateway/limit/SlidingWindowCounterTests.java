package org.parley.gateway.limit;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlidingWindowCounterTests {

	private static final RateLimit TEN_A_MINUTE = new RateLimit("ten", 10, Duration.ofMinutes(1));

	private final TickingClock clock = new TickingClock(Instant.parse("2026-11-20T08:00:00Z"));

	private final SlidingWindowCounter slidingWindowCounter = new SlidingWindowCounter(TEN_A_MINUTE, "somebody", "me");

	/** Windows start at a time of the subject's own. */
	@BeforeEach
	void waitForTheBeginningOfAWindow() {
		this.clock.pass(new SlidingWindowCounter(TEN_A_MINUTE, "somebody", "me").take(this.clock.instant()).reset());
	}

	@Test
	void requestsUpToLimitAreAllowed() {
		for (int left = 9; left >= 0; left--) {
			assertThat(take()).matches(RateLimitStatus::allowed).returns((long) left, RateLimitStatus::remaining);
		}
		assertThat(take()).matches((status) -> !status.allowed()).returns(0L, RateLimitStatus::remaining);
	}

	@Test
	void refusedRequestSucceedsAfterReset() {
		take(10);
		RateLimitStatus refused = take();
		this.clock.pass(refused.reset().minusMillis(2));
		assertThat(take().allowed()).isFalse();
		this.clock.pass(Duration.ofMillis(2));
		assertThat(take().allowed()).isTrue();
	}

	@Test
	void refusedRequestsAreNotCounted() {
		take(10);
		take(1000);
		this.clock.pass(Duration.ofMinutes(2));
		assertThat(take().remaining()).isEqualTo(9);
	}

	@Test
	void requestIsGivenBack() {
		take(10);
		this.slidingWindowCounter.giveBack(this.clock.instant());
		assertThat(take(10)).isEqualTo(1);
	}

	@Test
	void nothingIsGivenBackInTheNextWindow() {
		take(10);
		this.clock.pass(Duration.ofMinutes(2));
		this.slidingWindowCounter.giveBack(this.clock.instant());
		assertThat(take(20)).isEqualTo(10);
	}

	@Test
	void windowBoundaryDoesNotDoubleQuota() {
		this.clock.pass(Duration.ofSeconds(59));
		take(10);
		this.clock.pass(Duration.ofSeconds(2));
		assertThat(take().allowed()).isFalse();
		this.clock.pass(Duration.ofSeconds(29));
		assertThat(take(10)).isEqualTo(5);
	}

	@Test
	void requestThatIsLateAtWindowBoundaryForgetsNothing() {
		take(10);
		Instant late = this.clock.instant().plusSeconds(60).minusNanos(1_000_000);
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(take().allowed()).isFalse();
		assertThat(this.slidingWindowCounter.take(late).allowed()).isFalse();
		assertThat(take().allowed()).isFalse();
	}

	@Test
	void countsExpireAfterTwoWindows() {
		take(10);
		this.clock.pass(Duration.ofMinutes(2));
		assertThat(take(20)).isEqualTo(10);
	}

	@Test
	void countsOfOthersAreAdded() {
		take();
		this.slidingWindowCounter.confirmSent(this.slidingWindowCounter.part(), 7, 0);
		assertThat(take(10)).isEqualTo(2);
	}

	@Test
	void previousCountsOfOthersFade() {
		take();
		this.slidingWindowCounter.confirmSent(this.slidingWindowCounter.part(), 0, 10);
		assertThat(take().allowed()).isFalse();
		this.clock.pass(Duration.ofSeconds(30));
		assertThat(take(10)).isEqualTo(4);
	}

	@Test
	void countsOfExpiredWindowsAreIgnored() {
		take();
		SlidingWindowCounter.Part part = this.slidingWindowCounter.part();
		this.clock.pass(Duration.ofMinutes(2));
		take();
		this.slidingWindowCounter.confirmSent(part, 10, 10);
		assertThat(take().allowed()).isTrue();
	}

	@Test
	void countIsDueOnceUntilSent() {
		assertThat(this.slidingWindowCounter.becomesDue()).isFalse();
		take();
		assertThat(this.slidingWindowCounter.becomesDue()).isTrue();
		take();
		assertThat(this.slidingWindowCounter.becomesDue()).isFalse();
		this.slidingWindowCounter.confirmSent(this.slidingWindowCounter.part(), 0, 0);
		assertThat(this.slidingWindowCounter.becomesDue()).isFalse();
		take();
		assertThat(this.slidingWindowCounter.becomesDue()).isTrue();
	}

	@Test
	void failedCountIsDueAgain() {
		take();
		assertThat(this.slidingWindowCounter.becomesDue()).isTrue();
		this.slidingWindowCounter.markUnsent();
		assertThat(this.slidingWindowCounter.becomesDue()).isTrue();
	}

	private RateLimitStatus take() {
		return this.slidingWindowCounter.take(this.clock.instant());
	}

	private int take(int times) {
		int allowed = 0;
		for (int i = 0; i < times; i++) {
			allowed += take().allowed() ? 1 : 0;
		}
		return allowed;
	}

}
