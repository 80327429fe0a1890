package org.parley.summary.discussion.thread;

import java.util.Optional;

import org.parley.platform.mongo.transaction.VersionedUpsert;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Stores the projected threads. */
@Component
public class SummarizedThreads {

	private final MongoOperations mongo;

	SummarizedThreads(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public void saveIfNewer(SummarizedThread thread) {
		VersionedUpsert.saveIfNewer(this.mongo, thread);
	}

	/** Finds a thread in any status. */
	public Optional<SummarizedThread> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, SummarizedThread.class));
	}

}
