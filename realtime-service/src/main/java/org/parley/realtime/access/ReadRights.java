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
 * Who may read what. Every instance and the queue that they share write the same here;
 * what is older than what is known changes nothing.
 */
@Component
public class ReadRights {

	private static final Logger log = LoggerFactory.getLogger(ReadRights.class);

	private final MongoOperations mongo;

	ReadRights(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Whether somebody may read a thread now. */
	public ReadPermission reading(String threadId, Reader reader) {
		var thread = this.mongo.findById(threadId, RoomThread.class);
		if (thread == null) {
			return ReadPermission.UNKNOWN;
		}
		var category = this.mongo.findById(thread.categoryId(), RoomCategory.class);
		return (category != null) ? reader.reading(thread, category) : ReadPermission.UNKNOWN;
	}

	/** Which of some threads are in a category. */
	public List<String> within(String categoryId, Collection<String> threadIds) {
		var those = Query.query(Criteria.where("_id").in(threadIds).and("categoryId").is(categoryId));
		return this.mongo.find(those, RoomThread.class).stream().map(RoomThread::id).toList();
	}

	/**
	 * Takes over what is told of a category. One that was told before categories had
	 * moderators takes them over from a snapshot of the same version.
	 */
	public void learn(CategoryRightsData told) {
		var category = told.category();
		var version = category.version();
		var incomplete = Criteria.where("moderators").exists(false).and("version").lte(version);
		var older = Criteria.where("_id")
			.is(category.id())
			.orOperator(Criteria.where("version").not().gte(version), incomplete);
		upsert(older, RoomCategory.class,
				new Update().set("readers", Audience.ofRole(category.readers()).orElse(Audience.ADMINS))
					.set("moderators", Objects.requireNonNullElse(category.moderators(), Set.of()))
					.set("version", category.version())
					.setOnInsert("removed", false));
	}

	/** Takes over that a category is gone. */
	public void learn(RemovedCategoryData told) {
		this.mongo.upsert(Query.query(Criteria.where("_id").is(told.category().id())),
				new Update().set("removed", true).setOnInsert("readers", Audience.ADMINS).setOnInsert("version", 0L),
				RoomCategory.class);
	}

	/** Takes over what is told of a thread. */
	public void learn(ThreadRightsData told) {
		var thread = told.thread();
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
			log.trace("Something as new is known", ex);
		}
	}

}
