package org.parley.media.upload;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Lets the concurrent uploads of a person in this process wait for each other instead of
 * conflicting in the person's quota.
 */
@Component
class OwnerLocks {

	private final ReentrantLock[] locks = IntStream.range(0, 1_024)
		.mapToObj((_) -> new ReentrantLock())
		.toArray(ReentrantLock[]::new);

	private final UnitOfWork unitOfWork;

	OwnerLocks(UnitOfWork unitOfWork) {
		this.unitOfWork = unitOfWork;
	}

	<T> T runAlone(String ownerId, Supplier<T> change) {
		var lock = this.locks[Math.floorMod(ownerId.hashCode(), this.locks.length)];
		lock.lock();
		try {
			return this.unitOfWork.run(change);
		}
		finally {
			lock.unlock();
		}
	}

}
