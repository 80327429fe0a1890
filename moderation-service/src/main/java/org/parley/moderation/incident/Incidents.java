package org.parley.moderation.incident;

import org.parley.moderation.category.ModerationScope;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores incidents. */
@Component
public class Incidents {

	private static final String POST = "post._id";

	private static final String THREAD = "thread._id";

	private static final String CATEGORY = "thread.category._id";

	private final MongoOperations mongo;

	Incidents(MongoOperations mongo) {
		this.mongo = mongo;
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
	Paged<Incident> findPage(PageQuery query, ModerationScope scope) {
		var criteria = scope.coversAll() ? new Criteria() : Criteria.where(CATEGORY).in(scope.ids());
		return new NewestFirst(query).find(this.mongo, new Query(criteria), Incident.class, Incident::id);
	}

}
