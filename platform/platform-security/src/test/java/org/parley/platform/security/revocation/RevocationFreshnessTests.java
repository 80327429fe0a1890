package org.parley.platform.security.revocation;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class RevocationFreshnessTests {

	private static final Duration LONGEST = Duration.ofMinutes(1);

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final RevocationFreshness freshness = new RevocationFreshness(LONGEST, () -> this.now);

	@Test
	void revocationsAreUnknownBeforeFirstLoad() {
		assertThat(this.freshness.isCurrent()).isFalse();
		this.freshness.opened("redis");
		assertThat(this.freshness.isCurrent()).as("earlier events were not received").isFalse();
		load();
		assertThat(this.freshness.isCurrent()).isTrue();
	}

	@Test
	void oneOpenSourceKeepsRevocationsCurrent() {
		this.freshness.opened("redis");
		this.freshness.opened("broker");
		load();
		this.freshness.closed("redis");
		pass(Duration.ofHours(5));
		assertThat(this.freshness.isCurrent()).isTrue();
	}

	@Test
	void listWithoutSourceBecomesStale() {
		load();
		pass(LONGEST);
		assertThat(this.freshness.isCurrent()).isTrue();
		pass(Duration.ofMillis(1));
		assertThat(this.freshness.isCurrent()).isFalse();
		load();
		assertThat(this.freshness.isCurrent()).isTrue();
	}

	@Test
	void staleTimeStartsWithEndOfLastSource() {
		this.freshness.opened("redis");
		load();
		pass(Duration.ofHours(1));
		this.freshness.closed("redis");
		pass(LONGEST);
		assertThat(this.freshness.isCurrent()).isTrue();
		pass(Duration.ofMillis(1));
		assertThat(this.freshness.isCurrent()).isFalse();
	}

	@Test
	void reopenedSourceNeedsNewLoad() {
		this.freshness.opened("redis");
		load();
		this.freshness.closed("redis");
		this.freshness.opened("redis");
		pass(LONGEST.plusMillis(1));
		assertThat(this.freshness.isCurrent()).isFalse();
		load();
		pass(Duration.ofHours(1));
		assertThat(this.freshness.isCurrent()).isTrue();
	}

	@Test
	void loadBeforeOpeningDoesNotCoverGap() {
		Instant asked = this.now;
		pass(Duration.ofSeconds(1));
		this.freshness.opened("redis");
		this.freshness.loaded(asked);
		pass(LONGEST);
		assertThat(this.freshness.isCurrent()).isFalse();
	}

	@Test
	void waitingRequestsContinueAfterNextLoad() {
		StepVerifier.create(this.freshness.whenCurrent())
			.expectSubscription()
			.then(this::load)
			.expectComplete()
			.verify(Duration.ofSeconds(10));
		StepVerifier.create(this.freshness.whenCurrent()).expectComplete().verify(Duration.ofSeconds(10));
	}

	private void load() {
		this.freshness.loaded(this.now);
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
	}

}
