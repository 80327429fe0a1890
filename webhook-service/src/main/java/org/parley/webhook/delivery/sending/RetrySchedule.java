package org.parley.webhook.delivery.sending;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.parley.webhook.delivery.DeliverySettings;

import org.jspecify.annotations.Nullable;

/** Schedules retries with random jitter. */
final class RetrySchedule {

	private final DeliverySettings settings;

	private final RandomGenerator random;

	RetrySchedule(DeliverySettings settings, RandomGenerator random) {
		this.settings = settings;
		this.random = random;
	}

	/**
	 * The pause before the next attempt; empty after the last one.
	 * @param tries attempts so far
	 * @param retryAfter pause requested by the endpoint
	 */
	Optional<Duration> pauseAfter(int tries, @Nullable Duration retryAfter) {
		if (tries >= this.settings.retries().size()) {
			return Optional.empty();
		}
		var pause = this.settings.retries().get(tries);
		var extra = (long) (pause.toMillis() * this.settings.jitter() * this.random.nextDouble());
		var planned = pause.plusMillis(extra);
		return Optional.of((retryAfter != null && retryAfter.compareTo(planned) > 0) ? retryAfter : planned);
	}

}
