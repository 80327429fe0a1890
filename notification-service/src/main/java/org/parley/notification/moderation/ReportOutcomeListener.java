package org.parley.notification.moderation;

import org.parley.notification.notification.NotificationDispatcher;
import org.parley.notification.notification.NotificationNews;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/**
 * Hears how reports end, and tells those who made them: that something was done or not,
 * not what, and nothing of a place that may be closed by now.
 */
@EventConsumer("notifications")
class ReportOutcomeListener {

	private final NotificationDispatcher notificationDispatcher;

	ReportOutcomeListener(NotificationDispatcher notificationDispatcher) {
		this.notificationDispatcher = notificationDispatcher;
	}

	@EventHandler("report.closed")
	void on(Closed closed) {
		var link = "/threads/" + closed.thread().id() + "?post=" + closed.post().number();
		this.notificationDispatcher.tell(closed.reporter().id(), NotificationNews.of(NotificationKind.REPORT,
				"report-" + closed.report().status(), "report:" + closed.report().id(), link));
	}

	/** A report, and how it ended. */
	record Outcome(String id, String status) {
	}

	/** The post that it was about. */
	record Post(int number) {
	}

	/** Its thread, or who had reported it. */
	record Named(String id) {
	}

	/** Moderators have decided. */
	record Closed(Outcome report, Post post, Named thread, Named reporter) {
	}

}
