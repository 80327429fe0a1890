package org.parley.notification.moderation;

import org.jspecify.annotations.Nullable;
import org.parley.notification.notification.Actor;
import org.parley.notification.notification.NotificationDispatcher;
import org.parley.notification.notification.NotificationNews;
import org.parley.notification.notification.NotificationPlace;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Hears of cases: moderators are told of new ones, authors of what was decided. */
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
			.grouped("cases:" + thread.id());
		this.notificationDispatcher.tellAll(news, "moderator", "admin");
	}

	/**
	 * A statement of reasons; it names no moderator, and no place that may be closed by
	 * now.
	 */
	@EventHandler("case.decided")
	void on(Decided decided) {
		if (decided.decision().equals("dismiss")) {
			return;
		}
		var link = "/threads/" + decided.thread().id() + "?post=" + decided.post().number();
		var news = NotificationNews.of(NotificationKind.MODERATION, "decided-" + decided.decision(),
				"decision:" + decided.caseId(), link);
		this.notificationDispatcher.tell(decided.post().author().id(),
				(decided.note() != null) ? news.saying(decided.note()) : news);
	}

	/** A category. */
	record Category(String id) {
	}

	/** The post that it is about. */
	record Post(int number, Actor author) {
	}

	/** The thread that it is about. */
	record Subject(String id, String title, Category category) {

		NotificationPlace place() {
			return NotificationPlace.of(this.id, this.category.id());
		}

	}

	/** There is something to decide. */
	record Opened(String caseId, Subject thread) {
	}

	/** Something is decided. */
	record Decided(String caseId, Post post, Subject thread, String decision, @Nullable String note) {
	}

}
