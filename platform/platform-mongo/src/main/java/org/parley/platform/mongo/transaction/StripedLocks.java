package org.parley.platform.mongo.transaction;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Lets the writers of one thing in this process wait for each other instead of
 * conflicting in the database. Different things rarely share a lock.
 */
public class StripedLocks {

	/** As long as the gateway waits for a service. */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final TurnLock[] locks = IntStream.range(0, 1_024)
		.mapToObj((_) -> new TurnLock(new ReentrantLock()))
		.toArray(TurnLock[]::new);

	private final UnitOfWork unitOfWork;

	StripedLocks(UnitOfWork unitOfWork) {
		this.unitOfWork = unitOfWork;
	}

	/** Runs a change in a transaction while no other one changes the same thing. */
	public <T> T runAlone(String id, Supplier<T> change) {
		var lock = this.locks[Math.floorMod(id.hashCode(), this.locks.length)];
		return lock.run(PATIENCE, () -> this.unitOfWork.run(change));
	}

}
