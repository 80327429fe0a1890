package org.parley.forum.thread;

import java.util.Optional;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The stored threads. */
@Component
public class Threads {

	private final MongoOperations mongo;

	Threads(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public void insert(ForumThread thread) {
		this.mongo.insert(thread);
	}

	public Optional<ForumThread> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, ForumThread.class));
	}

}
