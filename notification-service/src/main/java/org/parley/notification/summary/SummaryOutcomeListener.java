package org.parley.notification.summary;

import java.util.List;

import org.parley.notification.notification.NotificationDispatcher;
import org.parley.notification.notification.NotificationNews;
import org.parley.notification.notification.NotificationPlace;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Hears what became of summaries, and tells those who have asked for them. */
@EventConsumer("notifications")
class SummaryOutcomeListener {

	private final NotificationDispatcher notificationDispatcher;

	SummaryOutcomeListener(NotificationDispatcher notificationDispatcher) {
		this.notificationDispatcher = notificationDispatcher;
	}

	@EventHandler("summary.completed")
	void onCompleted(Done done) {
		tell(done, "summary-ready");
	}

	@EventHandler("summary.failed")
	void onFailed(Done done) {
		tell(done, "summary-failed");
	}

	private void tell(Done done, String wording) {
		var thread = done.thread();
		var news = NotificationNews.at(NotificationPlace.of(thread.id(), thread.category().id()),
				NotificationKind.SUMMARY, wording, wording + ":" + done.summaryId(), "/threads/" + thread.id(),
				thread.title());
		done.askers().forEach((asker) -> this.notificationDispatcher.tell(asker, news));
	}

	/** A category. */
	record Category(String id) {
	}

	/** The thread that was to be summarized. */
	record Subject(String id, String title, Category category) {
	}

	/** A summary is ready, or will never be. */
	record Done(String summaryId, Subject thread, List<String> askers) {
	}

}
