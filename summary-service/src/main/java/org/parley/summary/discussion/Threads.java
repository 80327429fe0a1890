package org.parley.summary.discussion;

import java.util.Optional;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The known threads. */
@Component
public class Threads {

	private final MongoOperations mongo;

	private final Newer newer;

	Threads(MongoOperations mongo, Newer newer) {
		this.mongo = mongo;
		this.newer = newer;
	}

	/** Takes over a thread, unless something newer is known. */
	void learn(ForumThread thread) {
		var state = new Update().set("slug", thread.slug())
			.set("title", thread.title())
			.set("category", thread.category())
			.set("author", thread.author())
			.set("status", thread.status());
		this.newer.store(thread.id(), thread.version(), state, ForumThread.class);
	}

	/** A thread, whatever became of it. */
	public Optional<ForumThread> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, ForumThread.class));
	}

}
