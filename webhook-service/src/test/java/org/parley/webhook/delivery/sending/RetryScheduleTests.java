package org.parley.webhook.delivery.sending;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.parley.webhook.delivery.DeliverySettings;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RetryScheduleTests {

	private final RetrySchedule retrySchedule = new RetrySchedule(settings(0.1, Duration.ZERO, Duration.ofSeconds(10)),
			new Random(7));

	@Test
	void pausesHaveRandomJitter() {
		for (int i = 0; i < 100; i++) {
			assertThat(this.retrySchedule.pauseAfter(1, null).orElseThrow()).isBetween(Duration.ofSeconds(10),
					Duration.ofSeconds(11));
		}
	}

	@Test
	void noPauseAfterLastAttempt() {
		assertThat(this.retrySchedule.pauseAfter(2, Duration.ofSeconds(1))).isEmpty();
	}

	@Test
	void longerRetryAfterIsHonoured() {
		assertThat(this.retrySchedule.pauseAfter(1, Duration.ofMinutes(2))).contains(Duration.ofMinutes(2));
		assertThat(this.retrySchedule.pauseAfter(1, Duration.ofSeconds(2)).orElseThrow())
			.isGreaterThan(Duration.ofSeconds(9));
	}

	@Test
	void invalidSettingsAreRejectedAtStartup() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(2));
		assertThatIllegalArgumentException().isThrownBy(() -> settings(0.1));
	}

	private static DeliverySettings settings(double jitter, Duration... retries) {
		return new DeliverySettings(List.of(retries), jitter, 2, Duration.ofSeconds(1), Duration.ofMinutes(1));
	}

}
