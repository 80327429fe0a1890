package org.parley.platform.mongo.transaction;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Lets the writers of one thing in this process wait for each other instead of
 * conflicting in the database. Different things rarely share a lock.
 */
public class StripedLocks {

	/** As long as the gateway waits for a service. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final TurnLock[] locks;

	private final UnitOfWork unitOfWork;

	/**
	 * Creates locks.
	 * @param silent whether the database is silent
	 */
	StripedLocks(UnitOfWork unitOfWork, BooleanSupplier silent) {
		this.unitOfWork = unitOfWork;
		this.locks = IntStream.range(0, 1_024)
			.mapToObj((_) -> new TurnLock(new ReentrantLock(), silent))
			.toArray(TurnLock[]::new);
	}

	/** Runs a change in a transaction while no other one changes the same thing. */
	public <T> T runAlone(String id, Supplier<T> change) {
		var lock = this.locks[Math.floorMod(id.hashCode(), this.locks.length)];
		return lock.run(PATIENCE, () -> this.unitOfWork.run(change));
	}

}
