package org.parley.moderation.incident;

import org.parley.moderation.category.ModerationScope;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores incidents. */
@Component
public class Incidents implements InitializingBean {

	private static final String POST = "post._id";

	private static final String THREAD = "thread._id";

	private static final String CATEGORY = "thread.category._id";

	private static final String NEWEST = "newest";

	private final MongoOperations mongo;

	Incidents(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(Incident.class);
		indexes.createIndex(new Index(CATEGORY, Direction.ASC).on("_id", Direction.DESC));
		indexes.createIndex(new Index(POST, Direction.ASC));
		indexes.createIndex(new Index(THREAD, Direction.ASC));
	}

	public void insert(Incident incident) {
		this.mongo.insert(incident);
	}

	public boolean existsForPost(String postId) {
		return this.mongo.exists(new Query(Criteria.where(POST).is(postId)), Incident.class);
	}

	/** Moves all incidents of a thread to another category. */
	public void moveThread(String threadId, ModeratedThreadReference.Category category) {
		this.mongo.updateMulti(new Query(Criteria.where(THREAD).is(threadId)),
				new Update().set("thread.category", category), Incident.class);
	}

	/** Moves all incidents of a post to another thread. */
	public void movePost(ModeratedPostReference post, ModeratedThreadReference thread) {
		this.mongo.updateMulti(new Query(Criteria.where(POST).is(post.id())),
				new Update().set("post", post).set("thread", thread), Incident.class);
	}

	/** Finds a page of the incidents in a scope, newest first. */
	Paged<Incident> findPage(IncidentQuery incidentQuery, ModerationScope scope) {
		var from = (incidentQuery.cursor() != null) ? Cursor.parse(incidentQuery.cursor(), NEWEST, 1) : null;
		var back = from != null && from.backwards();
		var criteria = scope.coversAll() ? new Criteria() : Criteria.where(CATEGORY).in(scope.ids());
		if (from != null) {
			criteria = back ? criteria.and("_id").gt(from.text(0)) : criteria.and("_id").lt(from.text(0));
		}
		var query = new Query(criteria).with(Sort.by(back ? Direction.ASC : Direction.DESC, "_id"))
			.limit(Limit.of(incidentQuery.size() + 1));
		return Paged.walk(this.mongo.find(query, Incident.class), from, incidentQuery.size(), NEWEST,
				(incident) -> new Object[] { incident.id() });
	}

}
