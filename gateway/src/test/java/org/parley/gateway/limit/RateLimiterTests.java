package org.parley.gateway.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimiterTests {

	private static final RateLimitSettings.Quota QUOTA = new RateLimitSettings.Quota(10, Duration.ofMinutes(1));

	private final RateLimiter rateLimiter = new RateLimiter(
			new RateLimitSettings(QUOTA, QUOTA, QUOTA, QUOTA, QUOTA, QUOTA, QUOTA, QUOTA, QUOTA, Set.of(), Set.of(),
					Set.of(), Set.of(), Set.of(), Set.of(), Duration.ofMillis(100), 1000),
			new TickingClock(Instant.parse("2026-11-20T08:00:00Z")));

	/** An exchange has four commands. */
	@ParameterizedTest
	@CsvSource({ "300, PT1M, 20", "20000, P1D, 2", "200000, P1D, 2" })
	void threeHundredRequestsCauseFewExchanges(int requests, Duration window, int exchanges) {
		var rateLimit = new RateLimit("some", requests, window);
		int sent = 0;
		for (int i = 0; i < 300; i++) {
			this.rateLimiter.count(rateLimit, "somebody");
			for (SlidingWindowCounter due : this.rateLimiter.takeDue(1)) {
				due.confirmSent(due.part(), 0, 0);
				sent++;
			}
		}
		assertThat(sent).isEqualTo(exchanges);
	}

}
