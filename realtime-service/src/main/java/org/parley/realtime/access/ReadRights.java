package org.parley.realtime.access;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.parley.platform.events.projection.VersionedUpsert;
import org.parley.platform.security.category.Audience;

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
		VersionedUpsert.saveIfNewer(this.mongo, RoomCategory.class, category.id(), category.version(),
				new Update().set("readers", Audience.ofRole(category.readers()).orElse(Audience.ADMINS))
					.set("moderators", Objects.requireNonNullElse(category.moderators(), Set.of()))
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
		VersionedUpsert.saveIfNewer(this.mongo, RoomThread.class, thread.id(), thread.version(),
				new Update().set("categoryId", thread.category().id()).set("listed", thread.isListed()));
	}

}
