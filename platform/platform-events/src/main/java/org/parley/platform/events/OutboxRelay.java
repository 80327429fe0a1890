package org.parley.platform.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Sends what the {@link Outbox} keeps, in order, and removes what the broker confirmed. A
 * record may be sent twice, when a crash comes between the two: listeners know events by
 * their id. One instance at a time; a commit wakes it, polling is the safety net.
 */
class OutboxRelay implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

	private static final Duration POLL = Duration.ofMillis(500);

	private static final Limit BATCH = Limit.of(200);

	private final MongoOperations mongo;

	private final Publisher publisher;

	private final Lease lease;

	private final Semaphore signals = new Semaphore(0);

	private volatile boolean running;

	private @Nullable Thread worker;

	OutboxRelay(MongoOperations mongo, Publisher publisher, Lease lease) {
		this.mongo = mongo;
		this.publisher = publisher;
		this.lease = lease;
	}

	/** There may be something to send. */
	void signal() {
		this.signals.release();
	}

	@Override
	public void start() {
		this.running = true;
		this.worker = Thread.ofVirtual().name("outbox-relay").start(this::run);
	}

	@Override
	public void stop() {
		this.running = false;
		var last = this.worker;
		if (last == null) {
			return;
		}
		signal();
		try {
			last.join(Duration.ofSeconds(15));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void run() {
		while (isRunning()) {
			relayQuietly();
			await();
		}
		giveBackQuietly();
	}

	private void relayQuietly() {
		try {
			while (isRunning() && somethingWaits() && this.lease.acquire() && relayBatch()) {
				log.trace("More to send");
			}
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("cause", ex.toString()).log("Events wait: they cannot be sent now");
		}
	}

	private boolean somethingWaits() {
		return this.mongo.exists(new Query(), OutboxRecord.class);
	}

	/** Sends one batch; true when there may be more. */
	private boolean relayBatch() {
		var waiting = this.mongo.find(new Query().with(Sort.by("_id")).limit(BATCH), OutboxRecord.class);
		var sent = waiting.subList(0, this.publisher.publish(waiting)).stream().map(OutboxRecord::id).toList();
		this.mongo.remove(new Query(Criteria.where("_id").in(sent)), OutboxRecord.class);
		return sent.size() == BATCH.max();
	}

	private void await() {
		try {
			if (this.signals.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
				this.signals.drainPermits();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void giveBackQuietly() {
		try {
			this.lease.release();
		}
		catch (RuntimeException ex) {
			log.debug("The lease ends by itself", ex);
		}
	}

}
