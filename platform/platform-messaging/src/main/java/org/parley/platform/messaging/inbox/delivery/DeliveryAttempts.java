package org.parley.platform.messaging.inbox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.inbox.PoisonEventException;
import org.parley.platform.mongo.cluster.Backoff;
import org.parley.platform.mongo.database.DatabaseFailure;

import org.springframework.transaction.TransactionSystemException;

/** The attempts to handle one message. */
final class DeliveryAttempts {

	private static final List<Duration> DELAYS = List.of(Duration.ofMillis(200), Duration.ofSeconds(1));

	/**
	 * How long a transaction may fail although the database answers. It is larger than a
	 * transaction may be if it fails that long.
	 */
	private static final Duration LONGEST = Duration.ofMinutes(10);

	private final InstantSource clock;

	private final BooleanSupplier silent;

	private final Instant since;

	private final Backoff outage = new Backoff();

	private int failed;

	/** The first of the failures between which the database answered. */
	private @Nullable Instant failingSince;

	/**
	 * Begins to count.
	 * @param silent whether the database is silent
	 */
	DeliveryAttempts(InstantSource clock, BooleanSupplier silent) {
		this.clock = clock;
		this.silent = silent;
		this.since = clock.instant();
	}

	/** The delay before the next attempt; empty after the last one. */
	Optional<Duration> after(Throwable failure) {
		if (OutageClassifier.isBehind(failure) && !isTooLong(failure)) {
			return Optional.of(this.outage.next());
		}
		this.failed++;
		return (failure instanceof PoisonEventException || this.failed > DELAYS.size()) ? Optional.empty()
				: Optional.of(DELAYS.get(this.failed - 1));
	}

	/** A commit may wait for other members of the database than the one that answers. */
	private boolean isTooLong(Throwable failure) {
		if (DatabaseFailure.of(failure) == DatabaseFailure.OTHER || failure instanceof TransactionSystemException
				|| this.silent.getAsBoolean()) {
			this.failingSince = null;
			return false;
		}
		var now = this.clock.instant();
		if (this.failingSince == null) {
			this.failingSince = now;
		}
		return this.failingSince.plus(LONGEST).isBefore(now);
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
