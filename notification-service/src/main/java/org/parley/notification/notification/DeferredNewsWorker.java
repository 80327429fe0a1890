package org.parley.notification.notification;

import java.time.Duration;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.ProcessRole;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Looks again at what could not be decided. */
@Component
class DeferredNewsWorker implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(DeferredNewsWorker.class);

	private static final int BATCH = 50;

	private final DeferredNews late;

	private final NotificationDispatcher notificationDispatcher;

	private final UnitOfWork work;

	private final ProcessRole processRole;

	DeferredNewsWorker(DeferredNews late, NotificationDispatcher notificationDispatcher, UnitOfWork work,
			ProcessRole processRole) {
		this.late = late;
		this.notificationDispatcher = notificationDispatcher;
		this.work = work;
		this.processRole = processRole;
	}

	@Override
	public boolean waits() {
		return this.processRole.works() && this.late.areDue();
	}

	@Override
	public boolean doBatch() {
		var due = this.late.due(BATCH);
		due.forEach(this::lookQuietly);
		return due.size() == BATCH;
	}

	/** What cannot be told holds up nothing else; should that fail too, all wait. */
	private void lookQuietly(DeferredNewsRecord late) {
		try {
			this.work.run(() -> look(late));
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("Late news cannot be told now");
			this.late.postpone(late);
		}
	}

	private boolean look(DeferredNewsRecord late) {
		if (!this.late.isKept(late)) {
			return false;
		}
		if (this.notificationDispatcher.told(late.recipient(), late.news())) {
			this.late.remove(late);
			return true;
		}
		this.late.postpone(late);
		return false;
	}

	@Override
	public Duration poll() {
		return Duration.ofSeconds(1);
	}

}
