package org.parley.notification.moderation;

import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

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

	/** Cases about messages and social content have no thread. */
	@EventHandler({ "message-case.opened", "social-case.opened" })
	void on(OpenedElsewhere opened, EventEnvelope event) {
		notifyModerators(event, "case:" + opened.caseId(), opened.caseId());
	}

	@EventHandler({ "message-appeal.filed", "social-appeal.filed" })
	void on(FiledElsewhere filed, EventEnvelope event) {
		notifyModerators(event, "appeal:" + filed.appealId(), filed.caseId());
	}

	/** The wording has the name of the event. */
	private void notifyModerators(EventEnvelope event, String source, String caseId) {
		var wording = event.type().replace('.', '-');
		this.notificationDispatcher.notifyRoles(
				NotificationNews.of(NotificationKind.MODERATION, wording, source, "/moderation/cases/" + caseId),
				"moderator", "admin");
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

	/** An opened case about a message or social content. */
	record OpenedElsewhere(String caseId) {
	}

	/** A filed appeal about a message or social content. */
	record FiledElsewhere(String appealId, String caseId) {
	}

}
