package org.parley.platform.mongo.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Distributes the partitions of a work among the instances of a service. Each instance
 * that works holds a fair share and renews it. The partitions of an idle or dead instance
 * are free after ten seconds; clocks may differ by less than that, and an instance whose
 * clock is further ahead counts as dead. Not thread-safe: one thread acquires partitions
 * and works on them.
 */
public final class PartitionLeases implements WorkClaim {

	private static final Duration HEARTBEAT = Duration.ofSeconds(2);

	private static final RetryTemplate AGAIN = new RetryTemplate(RetryPolicy.builder()
		.maxRetries(10)
		.delay(Duration.ofMillis(10))
		.jitter(Duration.ofMillis(10))
		.includes(OptimisticLockingFailureException.class, DuplicateKeyException.class)
		.build());

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final String work;

	private final int parts;

	private final String owner;

	private volatile PartitionAssignment known;

	private volatile Instant renewedAt = Instant.MIN;

	/** Whether a renewal has freed partitions, which others must be told. */
	private boolean handedOver;

	/**
	 * Creates the leases of one instance, which holds no partition yet.
	 * @param owner unique for each instance
	 */
	public PartitionLeases(MongoOperations mongo, InstantSource clock, String work, int parts, String owner) {
		this.mongo = mongo;
		this.clock = clock;
		this.work = work;
		this.parts = parts;
		this.owner = owner;
		this.known = PartitionAssignment.none(work, parts);
	}

	/** Acquires or renews partitions; false while this instance holds none. */
	@Override
	public boolean acquire() {
		var now = this.clock.instant();
		if (!isFresh() || held().isEmpty()) {
			var before = held();
			change((holdings) -> holdings.renewed(this.owner, now));
			this.renewedAt = now;
			this.handedOver = this.handedOver || !held().containsAll(before);
		}
		return !held().isEmpty();
	}

	/** The partitions that this instance holds, by number. */
	public Set<Integer> held() {
		return this.known.of(this.owner);
	}

	/** Whether the partitions need no renewal yet. */
	public boolean isFresh() {
		var now = this.clock.instant();
		return !now.isBefore(this.renewedAt) && now.isBefore(this.renewedAt.plus(HEARTBEAT));
	}

	@Override
	public boolean needsOthers(boolean isNew, boolean claimed) {
		var told = this.handedOver;
		this.handedOver = false;
		return told || (isNew && (!isFresh() || this.known.isShared()));
	}

	@Override
	public void release() {
		this.renewedAt = Instant.MIN;
		change((holdings) -> holdings.without(this.owner));
	}

	private void change(UnaryOperator<PartitionAssignment> change) {
		this.known = AGAIN.invoke(() -> this.mongo.save(change.apply(present())));
	}

	private PartitionAssignment present() {
		return Objects.requireNonNullElseGet(this.mongo.findById(this.work, PartitionAssignment.class),
				() -> PartitionAssignment.none(this.work, this.parts));
	}

}
