package org.parley.webhook.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/** When something is tried again. */
final class RetrySchedule {

	private final DeliverySettings settings;

	private final RandomGenerator random;

	RetrySchedule(DeliverySettings settings, RandomGenerator random) {
		this.settings = settings;
		this.random = random;
	}

	/**
	 * The pause before the next try; empty when there is none.
	 * @param tries how many were made
	 * @param wish how long the other asks us to wait
	 */
	Optional<Duration> after(int tries, @Nullable Duration wish) {
		if (tries >= this.settings.retries().size()) {
			return Optional.empty();
		}
		var pause = this.settings.retries().get(tries);
		var extra = (long) (pause.toMillis() * this.settings.jitter() * this.random.nextDouble());
		var planned = pause.plusMillis(extra);
		return Optional.of((wish != null && wish.compareTo(planned) > 0) ? wish : planned);
	}

}
