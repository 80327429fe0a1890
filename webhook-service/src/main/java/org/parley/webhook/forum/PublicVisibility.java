package org.parley.webhook.forum;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.platform.mongo.transaction.VersionedUpsert;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Decides what the public may read, from events of forum-service in any order. Outdated
 * events are ignored.
 */
@Component
public class PublicVisibility {

	private static final String NOBODY = "nobody";

	private final MongoOperations mongo;

	private final InstantSource clock;

	PublicVisibility(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	void saveCategory(String id, String readers, long version) {
		saveIfNewer(id, version, new Update().set("readers", readers), PublicCategory.class);
	}

	/** Marks a category as removed for good. */
	void removeCategory(String id) {
		saveIfNewer(id, Long.MAX_VALUE, new Update().set("readers", NOBODY), PublicCategory.class);
	}

	public void saveThread(String id, String category, String status, long version) {
		saveIfNewer(id, version, new Update().set("category", category).set("status", status), PublicThread.class);
	}

	public void savePost(String id, boolean readable, long version) {
		saveIfNewer(id, version, new Update().set("readable", readable).set("at", this.clock.instant()),
				PublicPost.class);
	}

	/** Whether the public may read the subject now. */
	public Visibility of(MessageSubject messageSubject) {
		return (messageSubject.category() != null) ? of(messageSubject, messageSubject.category()) : Visibility.PUBLIC;
	}

	private Visibility of(MessageSubject messageSubject, String originalCategory) {
		var thread = find(messageSubject.thread(), PublicThread.class);
		var category = find((thread != null) ? thread.category() : originalCategory, PublicCategory.class);
		if (category == null) {
			return Visibility.UNKNOWN;
		}
		if (!category.isPublic() || (messageSubject.content() && isContentHidden(messageSubject, thread))) {
			return Visibility.HIDDEN;
		}
		return Visibility.PUBLIC;
	}

	private boolean isContentHidden(MessageSubject messageSubject, @Nullable PublicThread thread) {
		var post = find(messageSubject.post(), PublicPost.class);
		return (thread != null && !thread.isReadable()) || (post != null && !post.readable());
	}

	private <T> @Nullable T find(@Nullable String id, Class<T> type) {
		return (id != null) ? this.mongo.findById(id, type) : null;
	}

	private void saveIfNewer(String id, long version, Update state, Class<?> type) {
		VersionedUpsert.saveIfNewer(this.mongo, type, id, version, state);
	}

}
