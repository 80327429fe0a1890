package org.parley.platform.events.inbox;

import java.time.InstantSource;

import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Records handled events in the transaction of their changes, so that a repeated event
 * has no effect.
 */
public class Inbox {

	private final MongoOperations mongo;

	private final UnitOfWork work;

	private final InstantSource clock;

	Inbox(MongoOperations mongo, UnitOfWork work, InstantSource clock) {
		this.mongo = mongo;
		this.work = work;
		this.clock = clock;
	}

	/**
	 * Applies the change of an event once.
	 * @return false when it was applied before
	 */
	public boolean applyOnce(String queue, String event, Runnable change) {
		try {
			return this.work.run(() -> {
				record(queue, event);
				change.run();
				return true;
			});
		}
		catch (AlreadyHandledException ex) {
			return false;
		}
	}

	private void record(String queue, String event) {
		try {
			this.mongo.insert(new InboxRecord(queue + ":" + event, this.clock.instant()));
		}
		catch (DuplicateKeyException ex) {
			throw new AlreadyHandledException(ex);
		}
	}

	/**
	 * Ends the transaction. Its own type keeps duplicate keys of the change itself apart.
	 */
	private static final class AlreadyHandledException extends RuntimeException {

		AlreadyHandledException(Throwable cause) {
			super(cause);
		}

	}

}
