package org.parley.notification.push;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import org.parley.platform.mongo.cluster.DueWork;
import org.parley.platform.runtime.ProcessRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Claims due notifications, and sends each on a thread of its own, so that a push service
 * that is slow or silent delays no other one.
 */
@Component
class PushWorker extends DueWork implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(PushWorker.class);

	/** Of a worker, at a time. */
	static final int MOST_NOTIFICATIONS = 100;

	private final Semaphore room = new Semaphore(MOST_NOTIFICATIONS);

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("push-", 0).factory());

	private final QueuedPushes pushes;

	private final DeliverPush deliverPush;

	private final ProcessRole role;

	PushWorker(QueuedPushes pushes, DeliverPush deliverPush, ProcessRole role, InstantSource clock) {
		super(clock);
		this.pushes = pushes;
		this.deliverPush = deliverPush;
		this.role = role;
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.role.works() ? this.pushes.findNextDue() : Optional.empty();
	}

	@Override
	public boolean doBatch() {
		this.room.acquireUninterruptibly();
		var claimed = Optional.<QueuedPush>empty();
		try {
			claimed = this.pushes.claim();
			claimed.ifPresent((push) -> this.threads.execute(() -> deliver(push)));
		}
		finally {
			if (claimed.isEmpty()) {
				this.room.release();
			}
		}
		return claimed.isPresent();
	}

	private void deliver(QueuedPush push) {
		try {
			this.deliverPush.deliver(push);
		}
		catch (RuntimeException ex) {
			log.atWarn()
				.addKeyValue("push", push.id())
				.setCause(ex)
				.log("Sending a notification failed; it is repeated after its lease");
		}
		finally {
			this.room.release();
		}
	}

	/** Waits for running requests, which have a time limit. */
	@Override
	public void destroy() {
		this.threads.close();
	}

}
