package org.parley.social.post;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Runs the changes of one post's counters one after another within an instance, instead
 * of conflicting in the database. Different posts rarely share a lock.
 */
@Component
public class PostLocks {

	private final ReentrantLock[] locks = IntStream.range(0, 1_024)
		.mapToObj((_) -> new ReentrantLock())
		.toArray(ReentrantLock[]::new);

	private final UnitOfWork unitOfWork;

	PostLocks(UnitOfWork unitOfWork) {
		this.unitOfWork = unitOfWork;
	}

	/** Runs a change in a transaction while no other one changes the post. */
	public <T> T runAlone(String postId, Supplier<T> change) {
		var lock = this.locks[Math.floorMod(postId.hashCode(), this.locks.length)];
		lock.lock();
		try {
			return this.unitOfWork.run(change);
		}
		finally {
			lock.unlock();
		}
	}

}
