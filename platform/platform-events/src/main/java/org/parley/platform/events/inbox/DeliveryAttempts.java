package org.parley.platform.events.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.parley.platform.events.queue.Backoff;

/** The tries of one message. */
final class DeliveryAttempts {

	private static final List<Duration> DELAYS = List.of(Duration.ofMillis(200), Duration.ofSeconds(1));

	private final Instant since;

	private final Backoff outage = new Backoff();

	private int failed;

	DeliveryAttempts(Instant since) {
		this.since = since;
	}

	/** The pause before the next try; empty when there is none. */
	Optional<Duration> after(Throwable failure) {
		if (OutageClassifier.isBehind(failure)) {
			return Optional.of(this.outage.next());
		}
		this.failed++;
		return (failure instanceof PoisonEventException || this.failed > DELAYS.size()) ? Optional.empty()
				: Optional.of(DELAYS.get(this.failed - 1));
	}

	/** How many were the message's own fault. */
	int failed() {
		return this.failed;
	}

	/** When the first was made. */
	Instant since() {
		return this.since;
	}

}
