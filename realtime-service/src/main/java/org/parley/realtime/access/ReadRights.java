package org.parley.realtime.access;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.parley.platform.security.category.Audience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Stores who may read which thread and category. All instances write the same state, so
 * an update with an older version than the stored one has no effect.
 */
@Component
public class ReadRights {

	private static final Logger log = LoggerFactory.getLogger(ReadRights.class);

	private final MongoOperations mongo;

	ReadRights(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Checks whether a reader may read a thread now. */
	public ReadPermission readPermission(String threadId, Reader reader) {
		var thread = this.mongo.findById(threadId, RoomThread.class);
		if (thread == null) {
			return ReadPermission.UNKNOWN;
		}
		var category = this.mongo.findById(thread.categoryId(), RoomCategory.class);
		return (category != null) ? reader.readPermission(thread, category) : ReadPermission.UNKNOWN;
	}

	/** Returns those of the given threads that are in a category. */
	public List<String> threadsInCategory(String categoryId, Collection<String> threadIds) {
		var query = Query.query(Criteria.where("_id").in(threadIds).and("categoryId").is(categoryId));
		return this.mongo.find(query, RoomThread.class).stream().map(RoomThread::id).toList();
	}

	/** Stores the readers and moderators of a category. */
	public void update(CategoryRightsEventData event) {
		var category = event.category();
		upsert(Criteria.where("_id").is(category.id()).and("version").not().gte(category.version()), RoomCategory.class,
				new Update().set("readers", Audience.ofRole(category.readers()).orElse(Audience.ADMINS))
					.set("moderators", Objects.requireNonNullElse(category.moderators(), Set.of()))
					.set("version", category.version())
					.setOnInsert("removed", false));
	}

	/** Marks a category as removed. */
	public void remove(RemovedCategoryEventData event) {
		this.mongo.upsert(Query.query(Criteria.where("_id").is(event.category().id())),
				new Update().set("removed", true)
					.setOnInsert("readers", Audience.ADMINS)
					.setOnInsert("moderators", Set.of())
					.setOnInsert("version", 0L),
				RoomCategory.class);
	}

	/** Stores the category and the visibility of a thread. */
	public void update(ThreadRightsEventData event) {
		var thread = event.thread();
		upsert(Criteria.where("_id").is(thread.id()).and("version").not().gte(thread.version()), RoomThread.class,
				new Update().set("categoryId", thread.category().id())
					.set("listed", thread.isListed())
					.set("version", thread.version()));
	}

	private void upsert(Criteria older, Class<?> type, Update state) {
		try {
			this.mongo.upsert(new Query(older), state, type);
		}
		catch (DuplicateKeyException ex) {
			log.trace("The stored version is as new as the event", ex);
		}
	}

}
