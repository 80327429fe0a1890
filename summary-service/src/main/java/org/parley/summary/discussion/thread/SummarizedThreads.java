package org.parley.summary.discussion.thread;

import java.util.Optional;

import org.parley.summary.discussion.NewestVersionWriter;

import org.springframework.data.mongodb.core.MongoOperations;
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
		this.newestVersionWriter.saveIfNewer(thread.id(), thread.version(), thread);
	}

	/** Finds a thread in any status. */
	public Optional<SummarizedThread> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, SummarizedThread.class));
	}

}
