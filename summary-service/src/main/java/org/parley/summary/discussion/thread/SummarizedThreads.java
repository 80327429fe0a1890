package org.parley.summary.discussion.thread;

import java.util.Optional;

import org.parley.summary.discussion.NewestVersionWriter;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores the projected threads. */
@Component
public class SummarizedThreads {

	private final MongoOperations mongo;

	private final NewestVersionWriter newestVersionWriter;

	SummarizedThreads(MongoOperations mongo, NewestVersionWriter newestVersionWriter) {
		this.mongo = mongo;
		this.newestVersionWriter = newestVersionWriter;
	}

	public void saveIfNewer(SummarizedThread thread) {
		var state = new Update().set("slug", thread.slug())
			.set("title", thread.title())
			.set("category", thread.category())
			.set("author", thread.author())
			.set("status", thread.status());
		this.newestVersionWriter.saveIfNewer(thread.id(), thread.version(), state, SummarizedThread.class);
	}

	/** Finds a thread in any status. */
	public Optional<SummarizedThread> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, SummarizedThread.class));
	}

}
