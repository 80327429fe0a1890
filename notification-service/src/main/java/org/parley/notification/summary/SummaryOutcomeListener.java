package org.parley.notification.summary;

import org.parley.contracts.summary.SummaryCompleted;
import org.parley.contracts.summary.SummaryFailed;
import org.parley.contracts.summary.SummaryOutcome;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Notifies users about the outcome of summaries they requested. */
@EventConsumer("notifications")
class SummaryOutcomeListener {

	private final NotificationDispatcher notificationDispatcher;

	SummaryOutcomeListener(NotificationDispatcher notificationDispatcher) {
		this.notificationDispatcher = notificationDispatcher;
	}

	@EventHandler("summary.completed")
	void onCompleted(SummaryCompleted done) {
		notifyAskers(done, "summary-ready");
	}

	@EventHandler("summary.failed")
	void onFailed(SummaryFailed done) {
		notifyAskers(done, "summary-failed");
	}

	private void notifyAskers(SummaryOutcome done, String wording) {
		var thread = done.thread();
		var news = NotificationNews.at(NotificationPlace.of(thread.id(), thread.category().id()),
				NotificationKind.SUMMARY, wording, wording + ":" + done.summaryId(), "/threads/" + thread.id(),
				thread.title());
		this.notificationDispatcher.dispatch(done.askers().stream().map(news::toUser).toList());
	}

}
