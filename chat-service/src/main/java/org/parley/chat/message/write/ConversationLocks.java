package org.parley.chat.message.write;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Lets the writers of a conversation in this process wait for each other instead of
 * conflicting in the database. Different conversations rarely share a lock.
 */
@Component
class ConversationLocks {

	private final ReentrantLock[] locks = IntStream.range(0, 1_024)
		.mapToObj((_) -> new ReentrantLock())
		.toArray(ReentrantLock[]::new);

	private final UnitOfWork unitOfWork;

	ConversationLocks(UnitOfWork unitOfWork) {
		this.unitOfWork = unitOfWork;
	}

	/** Runs a change in a transaction while no other one writes the conversation. */
	<T> T runAlone(String conversationId, Supplier<T> change) {
		var lock = this.locks[Math.floorMod(conversationId.hashCode(), this.locks.length)];
		lock.lock();
		try {
			return this.unitOfWork.run(change);
		}
		finally {
			lock.unlock();
		}
	}

}
