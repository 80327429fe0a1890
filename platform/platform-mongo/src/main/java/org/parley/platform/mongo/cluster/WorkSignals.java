package org.parley.platform.mongo.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.mongodb.CursorType;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.data.mongodb.core.CollectionOptions;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Wakes the loops of the other instances of a service. All of them follow one small
 * capped collection. A signal may be lost in an outage, so the loops poll as well; less
 * often while this instance has heard of no other one. An instance says when it starts,
 * and the others answer.
 *
 * @see <a href="https://www.mongodb.com/docs/manual/core/tailable-cursors/">MongoDB:
 * Tailable Cursors</a>
 */
public final class WorkSignals implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(WorkSignals.class);

	private static final String COLLECTION = "work_signals";

	/** The work of a signal that only says that its instance runs. */
	private static final String NONE = "";

	/** The smallest capped collection of MongoDB, in bytes. */
	private static final long SIZE = 4096;

	/** How long the server waits for a signal before it answers with none. */
	private static final Duration AWAIT = Duration.ofSeconds(30);

	/** Signals that follow faster are sent together. */
	private static final Duration INTERVAL = Duration.ofMillis(20);

	/** After this the claims of an instance that crashed have expired and been seen. */
	private static final Duration CLAIMS = Duration.ofMinutes(2);

	private final MongoOperations mongo;

	private final String instance = Ids.next();

	private final Map<String, Runnable> loops = new ConcurrentHashMap<>();

	private final Set<String> unsent = ConcurrentHashMap.newKeySet();

	private final Semaphore sending = new Semaphore(0);

	private final Duration patience;

	/** Comparable to {@link System#nanoTime()}. */
	private volatile @Nullable Long introducedAt;

	/** Stays true, since a crash is not announced. */
	private volatile boolean accompanied;

	private volatile CountDownLatch stopped = new CountDownLatch(0);

	WorkSignals(MongoOperations mongo) {
		this(mongo, CLAIMS);
	}

	WorkSignals(MongoOperations mongo, Duration patience) {
		this.mongo = mongo;
		this.patience = patience;
	}

	/** Connects a loop with the loops of the same name in other instances. */
	public void connect(ClusterLoop loop) {
		observe(loop);
		loop.tellOthersBy(() -> send(loop.name()));
	}

	/** Wakes a loop with all others, and lets it know whether this instance is alone. */
	void observe(ClusterLoop loop) {
		listen(loop.name(), loop::wake);
		loop.knowAloneBy(this::isAlone);
	}

	/**
	 * Whether no other instance has sent a signal since this one started, long enough ago
	 * that an earlier one has left nothing.
	 */
	boolean isAlone() {
		var since = this.introducedAt;
		return !this.accompanied && since != null && System.nanoTime() - since > this.patience.toNanos();
	}

	void listen(String work, Runnable wake) {
		this.loops.put(work, wake);
	}

	void send(String work) {
		this.unsent.add(work);
		this.sending.release();
	}

	/**
	 * Creates the collection first, since an insert would create one without a limit. One
	 * that was dropped and created so is converted when it is opened.
	 */
	@Override
	public void start() {
		createIfMissing();
		var end = new CountDownLatch(1);
		this.stopped = end;
		Thread.ofVirtual().name("work-signals-in").start(() -> receiveUntil(end));
		Thread.ofVirtual().name("work-signals-out").start(() -> sendUntil(end));
	}

	/** The threads end by themselves, without a signal after this. */
	@Override
	public void stop() {
		this.stopped.countDown();
		this.sending.release();
	}

	/** Starts before the loops and stops after them. */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 1;
	}

	@Override
	public boolean isRunning() {
		return isBefore(this.stopped);
	}

	private void sendUntil(CountDownLatch end) {
		try {
			do {
				this.sending.acquire();
				this.sending.drainPermits();
				var works = List.copyOf(this.unsent);
				works.forEach(this.unsent::remove);
				insertQuietly(works);
			}
			while (!end.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void insertQuietly(List<String> works) {
		if (works.isEmpty()) {
			return;
		}
		try {
			signals().insertMany(works.stream().map(this::signal).toList());
		}
		catch (RuntimeException ex) {
			log.debug("A signal is lost; the other instances will poll", ex);
		}
	}

	private Document signal(String work) {
		return new Document("work", work).append("from", this.instance);
	}

	private MongoCollection<Document> signals() {
		return this.mongo.getCollection(COLLECTION).withWriteConcern(WriteConcern.W1);
	}

	private void receiveUntil(CountDownLatch end) {
		var backoff = new Backoff();
		try {
			do {
				receiveQuietly(end, backoff);
			}
			while (!end.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void receiveQuietly(CountDownLatch end, Backoff backoff) {
		try (var cursor = open()) {
			this.loops.values().forEach(Runnable::run);
			while (isBefore(end) && cursor.getServerCursor() != null) {
				var signal = cursor.tryNext();
				backoff.reset();
				if (signal != null) {
					receive(signal);
				}
			}
		}
		catch (RuntimeException ex) {
			log.debug("Signals of other instances cannot be received now", ex);
		}
	}

	/** The signals before the first own one are older than this instance. */
	private void receive(Document signal) {
		if (this.instance.equals(signal.getString("from"))) {
			this.introducedAt = (this.introducedAt != null) ? this.introducedAt : System.nanoTime();
			return;
		}
		if (this.introducedAt != null) {
			meet(signal);
		}
		wake(signal.getString("work"));
	}

	/** The loops then poll as often as they do beside others. */
	private void meet(Document signal) {
		if (!this.accompanied) {
			this.accompanied = true;
			this.loops.values().forEach(Runnable::run);
		}
		if (signal.getBoolean("starts", false)) {
			send(NONE);
		}
	}

	private void wake(String work) {
		this.loops.getOrDefault(work, () -> {
		}).run();
	}

	/** A cursor on an empty collection would end at once. */
	private MongoCursor<Document> open() {
		createIfMissing();
		signals().insertOne(signal(NONE).append("starts", this.introducedAt == null));
		return signals().find()
			.cursorType(CursorType.TailableAwait)
			.maxAwaitTime(AWAIT.toMillis(), TimeUnit.MILLISECONDS)
			.cursor();
	}

	private void createIfMissing() {
		var existing = this.mongo
			.execute((database) -> database.listCollections().filter(Filters.eq("name", COLLECTION)).first());
		if (existing == null) {
			create();
		}
		else if (!existing.get("options", new Document()).getBoolean("capped", false)) {
			this.mongo.executeCommand(new Document("convertToCapped", COLLECTION).append("size", SIZE));
		}
	}

	/** Another instance may create it at the same time. */
	private void create() {
		try {
			this.mongo.createCollection(COLLECTION, CollectionOptions.empty().capped().size(SIZE));
		}
		catch (UncategorizedMongoDbException ex) {
			log.debug("The collection exists", ex);
		}
	}

	private static boolean isBefore(CountDownLatch end) {
		return end.getCount() > 0;
	}

}
