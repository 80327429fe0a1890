package org.parley.notification.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.parley.notification.news.AddressedNews;
import org.parley.platform.events.cluster.DueWork;
import org.parley.platform.web.ProcessRole;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Dispatches deferred news as soon as the recipient and the category are known. */
@Component
class DeferredNewsWorker extends DueWork {

	private static final Logger log = LoggerFactory.getLogger(DeferredNewsWorker.class);

	private static final int BATCH = 50;

	private final DeferredNews deferredNews;

	private final NotificationDispatcher notificationDispatcher;

	private final UnitOfWork unitOfWork;

	private final ProcessRole processRole;

	DeferredNewsWorker(DeferredNews deferredNews, NotificationDispatcher notificationDispatcher, UnitOfWork unitOfWork,
			ProcessRole processRole, InstantSource clock) {
		super(clock);
		this.deferredNews = deferredNews;
		this.notificationDispatcher = notificationDispatcher;
		this.unitOfWork = unitOfWork;
		this.processRole = processRole;
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.processRole.works() ? this.deferredNews.findNextDue() : Optional.empty();
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
		var news = new AddressedNews(deferred.recipient(), deferred.news());
		if (this.notificationDispatcher.dispatchIfDecidable(List.of(news)).isEmpty()) {
			this.deferredNews.remove(deferred);
			return true;
		}
		this.deferredNews.postpone(deferred);
		return false;
	}

}
