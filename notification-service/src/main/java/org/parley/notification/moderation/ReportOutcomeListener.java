package org.parley.notification.moderation;

import org.parley.contracts.forum.post.ReportClosed;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Notifies reporters whether moderators acted on a report. The notification names neither
 * the action nor the category.
 */
@EventConsumer("notifications")
class ReportOutcomeListener {

	private final NotificationDispatcher notificationDispatcher;

	ReportOutcomeListener(NotificationDispatcher notificationDispatcher) {
		this.notificationDispatcher = notificationDispatcher;
	}

	@EventHandler("report.closed")
	void on(ReportClosed closed) {
		var link = NotificationPlace.of(closed.thread()).linkToPost(closed.post().number());
		this.notificationDispatcher.notifyUser(closed.reporter().id(), NotificationNews.of(NotificationKind.REPORT,
				"report-" + closed.report().status(), "report:" + closed.report().id(), link));
	}

}
