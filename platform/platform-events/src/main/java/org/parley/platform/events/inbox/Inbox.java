package org.parley.platform.events.inbox;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Remembers which events were handled, in the transaction of what they changed: an event
 * that comes again finds its record and changes nothing.
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
	 * Makes the change of an event, once.
	 * @return false when it was made before
	 */
	boolean once(String queue, String event, Runnable change) {
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

	/** Ends the transaction: no duplicate key of the change itself is taken for this. */
	private static final class AlreadyHandledException extends RuntimeException {

		AlreadyHandledException(Throwable cause) {
			super(cause);
		}

	}

}
