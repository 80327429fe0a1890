package org.parley.notification.moderation;

import org.jspecify.annotations.Nullable;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.Actor;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Notifies moderators about new cases, and authors about decisions. */
@EventConsumer("notifications")
class CaseListener {

	private final NotificationDispatcher notificationDispatcher;

	CaseListener(NotificationDispatcher notificationDispatcher) {
		this.notificationDispatcher = notificationDispatcher;
	}

	@EventHandler("case.opened")
	void on(Opened opened) {
		var thread = opened.thread();
		var news = NotificationNews
			.at(thread.place(), NotificationKind.MODERATION, "case-opened", "case:" + opened.caseId(),
					"/admin/cases/" + opened.caseId(), thread.title())
			.inGroup("cases:" + thread.id());
		this.notificationDispatcher.notifyRoles(news, "moderator", "admin");
	}

	/**
	 * Sends a statement of reasons. It names neither the moderator nor the category,
	 * which the author may no longer be allowed to read.
	 */
	@EventHandler("case.decided")
	void on(Decided decided) {
		if (decided.decision().equals("dismiss")) {
			return;
		}
		var link = "/threads/" + decided.thread().id() + "?post=" + decided.post().number();
		var news = NotificationNews.of(NotificationKind.MODERATION, "decided-" + decided.decision(),
				"decision:" + decided.caseId(), link);
		this.notificationDispatcher.notifyUser(decided.post().author().id(),
				(decided.note() != null) ? news.withBody(decided.note()) : news);
	}

	/** A category. */
	record Category(String id) {
	}

	/** The post of the case. */
	record Post(int number, Actor author) {
	}

	/** The thread of the post. */
	record Subject(String id, String title, Category category) {

		NotificationPlace place() {
			return NotificationPlace.of(this.id, this.category.id());
		}

	}

	/** An opened case. */
	record Opened(String caseId, Subject thread) {
	}

	/** A decided case. */
	record Decided(String caseId, Post post, Subject thread, String decision, @Nullable String note) {
	}

}
