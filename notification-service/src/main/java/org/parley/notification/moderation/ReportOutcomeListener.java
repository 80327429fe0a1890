package org.parley.notification.moderation;

import org.parley.contracts.PersonReference;
import org.parley.contracts.ReportOutcome;
import org.parley.contracts.chat.MessageReportClosed;
import org.parley.contracts.forum.post.ReportClosed;
import org.parley.contracts.social.SocialReportClosed;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.news.SocialPostPlace;
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
		tell(closed.reporter(), closed.report(),
				NotificationPlace.of(closed.thread()).linkToPost(closed.post().number()));
	}

	@EventHandler("message-report.closed")
	void on(MessageReportClosed closed) {
		tell(closed.reporter(), closed.report(),
				"/chat/" + closed.conversation().id() + "?message=" + closed.message().seq());
	}

	@EventHandler("social-report.closed")
	void on(SocialReportClosed closed) {
		var reported = closed.reported();
		var comment = reported.kind().equals("comment") ? reported.id() : null;
		tell(closed.reporter(), closed.report(), SocialPostPlace.link(reported.postId(), comment));
	}

	private void tell(PersonReference reporter, ReportOutcome report, String link) {
		this.notificationDispatcher.notifyUser(reporter.id(), NotificationNews.of(NotificationKind.REPORT,
				"report-" + report.status(), "report:" + report.id(), link));
	}

}
