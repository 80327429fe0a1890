package org.parley.forum.search.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.mongodb.MongoInterruptedException;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mongodb.MongoDatabaseFactory;

/**
 * The committed changes of the database that concern searches, in order. One thread reads
 * them.
 */
final class ChangeStream implements AutoCloseable {

	/**
	 * How long the database waits for a change before it answers without one. A change is
	 * answered at once.
	 */
	static final Duration WAIT = Duration.ofSeconds(10);

	static final int BATCH_SIZE = 1_000;

	private static final List<Document> FILTER = List.of(
			new Document("$match",
					new Document("ns.coll",
							new Document("$in",
									List.of(IndexedChange.POSTS, IndexedChange.THREADS, IndexGeneration.COLLECTION)))
						.append("$or", relevant())),
			new Document("$project", new Document("ns", 1).append("documentKey", 1).append("operationType", 1)));

	/**
	 * Every change of a post or thread has a new version; counters and moves have none.
	 */
	private static List<Document> relevant() {
		return Stream.concat(
				Stream.of(new Document("operationType", new Document("$in", List.of("insert", "replace", "delete")))),
				Stream.of("version", "threadId", "status", "replyCount", "generation")
					.map((field) -> new Document("updateDescription.updatedFields." + field,
							new Document("$exists", true))))
			.toList();
	}

	private final MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor;

	private @Nullable Thread waiting;

	private boolean ended;

	private ChangeStream(MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor) {
		this.cursor = cursor;
	}

	/** Opens the stream after a change. */
	static ChangeStream open(MongoDatabaseFactory databases, BsonDocument token) {
		return new ChangeStream(
				watch(databases).maxAwaitTime(WAIT.toMillis(), TimeUnit.MILLISECONDS).resumeAfter(token).cursor());
	}

	/**
	 * Opens the stream at the present position, which the database tells with its first
	 * answer. It hardly waits for changes.
	 */
	static ChangeStream present(MongoDatabaseFactory databases) {
		return new ChangeStream(watch(databases).maxAwaitTime(1, TimeUnit.MILLISECONDS).cursor());
	}

	private static ChangeStreamIterable<Document> watch(MongoDatabaseFactory databases) {
		return databases.getMongoDatabase().watch(FILTER).batchSize(BATCH_SIZE);
	}

	/**
	 * Returns the next changes, a batch at most; waits for the first of them.
	 * @throws MongoInterruptedException if the wait was ended; the stream must be closed
	 */
	List<IndexedChange> next() {
		var changes = new ArrayList<IndexedChange>();
		var change = first();
		while (change != null) {
			changes.add(IndexedChange.of(change));
			change = (this.cursor.available() > 0) ? this.cursor.tryNext() : null;
		}
		return changes;
	}

	private @Nullable ChangeStreamDocument<Document> first() {
		beginWait();
		try {
			return this.cursor.tryNext();
		}
		finally {
			finishWait();
		}
	}

	private synchronized void beginWait() {
		if (this.ended) {
			throw new MongoInterruptedException("The wait was ended", null);
		}
		this.waiting = Thread.currentThread();
	}

	/** Nothing after the wait may be interrupted: it would damage the index. */
	private synchronized void finishWait() {
		this.waiting = null;
		if (this.ended) {
			Thread.interrupted();
		}
	}

	/** Ends the wait for changes, from another thread. */
	synchronized void endWait() {
		this.ended = true;
		if (this.waiting != null) {
			this.waiting.interrupt();
		}
	}

	/** Returns the changes until now. */
	List<IndexedChange> rest() {
		var some = next();
		var rest = new ArrayList<>(some);
		while (some.size() == BATCH_SIZE) {
			some = next();
			rest.addAll(some);
		}
		return rest;
	}

	/** The position after the last change that was returned. */
	BsonDocument token() {
		return Objects.requireNonNull(this.cursor.getResumeToken(), "The database sends a token with each answer");
	}

	@Override
	public void close() {
		this.cursor.close();
	}

}
