package org.parley.notification.dispatch;

import java.time.Duration;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.ProcessRole;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Dispatches deferred news as soon as the recipient and the category are known. */
@Component
class DeferredNewsWorker implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(DeferredNewsWorker.class);

	private static final int BATCH = 50;

	private final DeferredNews deferredNews;

	private final NotificationDispatcher notificationDispatcher;

	private final UnitOfWork unitOfWork;

	private final ProcessRole processRole;

	DeferredNewsWorker(DeferredNews deferredNews, NotificationDispatcher notificationDispatcher, UnitOfWork unitOfWork,
			ProcessRole processRole) {
		this.deferredNews = deferredNews;
		this.notificationDispatcher = notificationDispatcher;
		this.unitOfWork = unitOfWork;
		this.processRole = processRole;
	}

	@Override
	public boolean waits() {
		return this.processRole.works() && this.deferredNews.hasDue();
	}

	@Override
	public boolean doBatch() {
		var due = this.deferredNews.findDue(BATCH);
		due.forEach(this::dispatchOrPostpone);
		return due.size() == BATCH;
	}

	/** A failure delays only this record. */
	private void dispatchOrPostpone(DeferredNewsRecord deferred) {
		try {
			this.unitOfWork.run(() -> dispatch(deferred));
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("Dispatching deferred news failed");
			this.deferredNews.postpone(deferred);
		}
	}

	private boolean dispatch(DeferredNewsRecord deferred) {
		if (!this.deferredNews.exists(deferred)) {
			return false;
		}
		if (this.notificationDispatcher.dispatch(deferred.recipient(), deferred.news())) {
			this.deferredNews.remove(deferred);
			return true;
		}
		this.deferredNews.postpone(deferred);
		return false;
	}

	@Override
	public Duration poll() {
		return Duration.ofSeconds(1);
	}

}
