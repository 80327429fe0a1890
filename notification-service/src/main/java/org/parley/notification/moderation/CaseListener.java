package org.parley.notification.moderation;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.ThreadReference;
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

	/** Only cases about posts of the forum have a thread. */
	@EventHandler({ "case.opened", "appeal.filed", "message-case.opened", "message-appeal.filed", "social-case.opened",
			"social-appeal.filed" })
	void on(ModerationCase opened, EventEnvelope event) {
		this.notificationDispatcher.notifyModerators(news(opened, event));
	}

	/** The wording has the name of the event. */
	private static NotificationNews news(ModerationCase opened, EventEnvelope event) {
		var wording = event.type().replace('.', '-');
		var link = "/moderation/cases/" + opened.caseId();
		var thread = opened.thread();
		if (thread == null) {
			return NotificationNews.of(NotificationKind.MODERATION, wording, opened.source(), link);
		}
		var news = NotificationNews.at(NotificationPlace.of(thread), NotificationKind.MODERATION, wording,
				opened.source(), link, thread.title());
		return (opened.appealId() != null) ? news : news.inGroup("cases:" + thread.id());
	}

	/**
	 * An opened case or a filed appeal.
	 *
	 * @param appealId null without an appeal
	 * @param thread the thread of the post; null for messages and social content
	 */
	record ModerationCase(String caseId, @Nullable String appealId, @Nullable ThreadReference thread) {

		String source() {
			return (this.appealId != null) ? "appeal:" + this.appealId : "case:" + this.caseId;
		}

	}

}
