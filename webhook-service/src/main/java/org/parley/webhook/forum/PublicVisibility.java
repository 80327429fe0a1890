package org.parley.webhook.forum;

import java.time.Duration;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Knows what everybody may read, from the forum's events, in whatever order they come:
 * what is older than what is known is left out.
 */
@Component
public class PublicVisibility implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(PublicVisibility.class);

	/** Longer than something waits to be delivered. */
	private static final Duration KEPT = Duration.ofDays(90);

	private static final String NOBODY = "nobody";

	private final MongoOperations mongo;

	private final InstantSource clock;

	PublicVisibility(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(PublicPost.class).createIndex(new Index("at", Direction.ASC).expire(KEPT));
	}

	void learnCategory(String id, String readers, long version) {
		learn(id, version, new Update().set("readers", readers), PublicCategory.class);
	}

	/** A category that is gone does not come back. */
	void forgetCategory(String id) {
		learn(id, Long.MAX_VALUE, new Update().set("readers", NOBODY), PublicCategory.class);
	}

	public void learnThread(String id, String category, String status, long version) {
		learn(id, version, new Update().set("category", category).set("status", status), PublicThread.class);
	}

	public void learnPost(String id, boolean readable, long version) {
		learn(id, version, new Update().set("readable", readable).set("at", this.clock.instant()), PublicPost.class);
	}

	/** Whether everybody may read that, now. */
	public Visibility of(MessageSubject messageSubject) {
		return (messageSubject.category() != null) ? of(messageSubject, messageSubject.category()) : Visibility.PUBLIC;
	}

	private Visibility of(MessageSubject messageSubject, String then) {
		var thread = find(messageSubject.thread(), PublicThread.class);
		var category = find((thread != null) ? thread.category() : then, PublicCategory.class);
		if (category == null) {
			return Visibility.UNKNOWN;
		}
		if (!category.isPublic() || (messageSubject.content() && isWithheld(messageSubject, thread))) {
			return Visibility.HIDDEN;
		}
		return Visibility.PUBLIC;
	}

	private boolean isWithheld(MessageSubject messageSubject, @Nullable PublicThread thread) {
		var post = find(messageSubject.post(), PublicPost.class);
		return (thread != null && !thread.isReadable()) || (post != null && !post.readable());
	}

	private <T> @Nullable T find(@Nullable String id, Class<T> type) {
		return (id != null) ? this.mongo.findById(id, type) : null;
	}

	private void learn(String id, long version, Update state, Class<?> type) {
		var older = Criteria.where("_id").is(id).and("version").not().gte(version);
		try {
			this.mongo.upsert(new Query(older), state.set("version", version), type);
		}
		catch (DuplicateKeyException ex) {
			log.trace("Something newer is known", ex);
		}
	}

}
