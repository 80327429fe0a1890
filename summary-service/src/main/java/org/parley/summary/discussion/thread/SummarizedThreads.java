package org.parley.summary.discussion;

import java.util.Optional;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The known threads. */
@Component
public class SummarizedThreads {

	private final MongoOperations mongo;

	private final NewestVersionWriter newestVersionWriter;

	SummarizedThreads(MongoOperations mongo, NewestVersionWriter newestVersionWriter) {
		this.mongo = mongo;
		this.newestVersionWriter = newestVersionWriter;
	}

	/** Takes over a thread, unless something newer is known. */
	void learn(SummarizedThread thread) {
		var state = new Update().set("slug", thread.slug())
			.set("title", thread.title())
			.set("category", thread.category())
			.set("author", thread.author())
			.set("status", thread.status());
		this.newestVersionWriter.store(thread.id(), thread.version(), state, SummarizedThread.class);
	}

	/** A thread, whatever became of it. */
	public Optional<SummarizedThread> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, SummarizedThread.class));
	}

}
