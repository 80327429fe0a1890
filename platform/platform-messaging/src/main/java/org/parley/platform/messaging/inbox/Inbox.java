package org.parley.platform.messaging.inbox;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.bson.Document;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Records handled events in the transaction of their changes, so that a repeated event
 * has no effect.
 */
public class Inbox implements InitializingBean {

	private final MongoOperations mongo;

	private final UnitOfWork work;

	private final InstantSource clock;

	public Inbox(MongoOperations mongo, UnitOfWork work, InstantSource clock) {
		this.mongo = mongo;
		this.work = work;
		this.clock = clock;
	}

	/** Creates the index that expires the records. */
	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(InboxRecord.class)
			.createIndex(new Index("at", Sort.Direction.ASC).expire(EventEnvelope.REPEATABLE));
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

	/**
	 * Applies changes in order and in one transaction, each once, as long as the time
	 * allows.
	 * @param goesOn asked before each change but the first
	 * @return for each applied change, from the first one on, whether it had an effect
	 */
	public List<Boolean> applyInOrder(String queue, List<EventChange> changes, BooleanSupplier goesOn) {
		return this.work.run(() -> {
			var handled = handled(changes.stream().map((change) -> idOf(queue, change.event())).toList());
			var records = new ArrayList<InboxRecord>();
			var effects = new ArrayList<Boolean>();
			for (var change : changes) {
				if (!effects.isEmpty() && !goesOn.getAsBoolean()) {
					break;
				}
				var id = idOf(queue, change.event());
				var isNew = handled.add(id);
				if (isNew) {
					change.apply().run();
					records.add(new InboxRecord(id, this.clock.instant()));
				}
				effects.add(isNew);
			}
			record(records);
			return List.copyOf(effects);
		});
	}

	/**
	 * Applies repeatable changes in order, without a transaction and without records, as
	 * long as the time allows.
	 * @param goesOn asked before each change but the first
	 * @return the number of applied changes
	 */
	public int applyRepeatable(List<EventChange> changes, BooleanSupplier goesOn) {
		return this.work.runWithLastSteps(() -> {
			int applied = 0;
			for (var change : changes) {
				if (applied > 0 && !goesOn.getAsBoolean()) {
					break;
				}
				change.apply().run();
				applied++;
			}
			return applied;
		});
	}

	private Set<String> handled(List<String> ids) {
		var query = new Query(Criteria.where("_id").in(ids));
		query.fields().include("_id");
		return this.mongo.find(query, Document.class, "inbox")
			.stream()
			.map((found) -> found.getString("_id"))
			.collect(Collectors.toCollection(HashSet::new));
	}

	private void record(List<InboxRecord> records) {
		this.mongo.insert(records, InboxRecord.class);
	}

	private void record(String queue, String event) {
		try {
			this.mongo.insert(new InboxRecord(idOf(queue, event), this.clock.instant()));
		}
		catch (DuplicateKeyException ex) {
			throw new AlreadyHandledException(ex);
		}
	}

	private static String idOf(String queue, String event) {
		return queue + ":" + event;
	}

	/** The change of an event. */
	public record EventChange(String event, Runnable apply) {
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
