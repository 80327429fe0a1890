package org.parley.notification.moderation;

import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Notifies moderators of cases and appeals about social posts and comments. */
@EventConsumer("notifications")
class SocialModerationListener {

	private final NotificationDispatcher notificationDispatcher;

	SocialModerationListener(NotificationDispatcher notificationDispatcher) {
		this.notificationDispatcher = notificationDispatcher;
	}

	@EventHandler("social-case.opened")
	void on(SocialOpened opened) {
		tell("social-case-opened", "case:" + opened.caseId(), opened.caseId());
	}

	@EventHandler("social-appeal.filed")
	void on(SocialAppealed filed) {
		tell("social-appeal-filed", "appeal:" + filed.appealId(), filed.caseId());
	}

	private void tell(String wording, String source, String caseId) {
		this.notificationDispatcher.notifyRoles(
				NotificationNews.of(NotificationKind.MODERATION, wording, source, "/moderation/cases/" + caseId),
				"moderator", "admin");
	}

	/** An opened case. */
	record SocialOpened(String caseId) {
	}

	/** A filed appeal. */
	record SocialAppealed(String appealId, String caseId) {
	}

}
