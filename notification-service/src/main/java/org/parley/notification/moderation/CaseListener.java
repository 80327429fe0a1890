package org.parley.notification.moderation;

import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Notifies moderators about new cases and appeals. */
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
					"/moderation/cases/" + opened.caseId(), thread.title())
			.inGroup("cases:" + thread.id());
		this.notificationDispatcher.notifyRoles(news, "moderator", "admin");
	}

	@EventHandler("appeal.filed")
	void on(Filed filed) {
		var thread = filed.thread();
		var news = NotificationNews.at(thread.place(), NotificationKind.MODERATION, "appeal-filed",
				"appeal:" + filed.appealId(), "/moderation/cases/" + filed.caseId(), thread.title());
		this.notificationDispatcher.notifyRoles(news, "moderator", "admin");
	}

	/** A category. */
	record Category(String id) {
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

	/** A filed appeal. */
	record Filed(String appealId, String caseId, Subject thread) {
	}

}
