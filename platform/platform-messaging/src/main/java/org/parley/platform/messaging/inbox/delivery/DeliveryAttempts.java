package org.parley.platform.messaging.inbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.parley.platform.messaging.inbox.PoisonEventException;
import org.parley.platform.mongo.cluster.Backoff;

/** The attempts to handle one message. */
final class DeliveryAttempts {

	private static final List<Duration> DELAYS = List.of(Duration.ofMillis(200), Duration.ofSeconds(1));

	private final Instant since;

	private final Backoff outage = new Backoff();

	private int failed;

	DeliveryAttempts(Instant since) {
		this.since = since;
	}

	/** The delay before the next attempt; empty after the last one. */
	Optional<Duration> after(Throwable failure) {
		if (OutageClassifier.isBehind(failure)) {
			return Optional.of(this.outage.next());
		}
		this.failed++;
		return (failure instanceof PoisonEventException || this.failed > DELAYS.size()) ? Optional.empty()
				: Optional.of(DELAYS.get(this.failed - 1));
	}

	/** The number of failed attempts, without outages. */
	int failed() {
		return this.failed;
	}

	/** The time of the first attempt. */
	Instant since() {
		return this.since;
	}

}
