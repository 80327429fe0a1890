package org.parley.notification.moderation;

import org.parley.notification.notification.News;
import org.parley.notification.notification.Telling;
import org.parley.notification.preference.Kind;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/**
 * Hears how reports end, and tells those who made them: that something was done or not,
 * not what, and nothing of a place that may be closed by now.
 */
@Listens("notifications")
class ReportListener {

	private final Telling telling;

	ReportListener(Telling telling) {
		this.telling = telling;
	}

	@Hears("report.closed")
	void on(Closed closed) {
		var link = "/threads/" + closed.thread().id() + "?post=" + closed.post().number();
		this.telling.tell(closed.reporter().id(),
				News.of(Kind.REPORT, "report-" + closed.report().status(), "report:" + closed.report().id(), link));
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
