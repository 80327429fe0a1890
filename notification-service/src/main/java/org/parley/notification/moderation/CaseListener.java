package org.parley.notification.moderation;

import org.parley.contracts.moderation.AppealFiled;
import org.parley.contracts.moderation.CaseDecided;
import org.parley.contracts.moderation.CaseOpened;
import org.parley.contracts.moderation.ContentEvent;
import org.parley.contracts.moderation.ContentReference.PostContent;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Notifies moderators about new cases and appeals, as long as these wait for them. */
@EventConsumer("notifications")
class CaseListener {

	private final NotificationDispatcher notificationDispatcher;

	CaseListener(NotificationDispatcher notificationDispatcher) {
		this.notificationDispatcher = notificationDispatcher;
	}

	/** Cases in one thread are told as one. */
	@EventHandler({ "case.opened", "message-case.opened", "social-case.opened" })
	void on(CaseOpened opened) {
		var news = news(opened, opened.caseId(), "case:" + opened.caseId());
		this.notificationDispatcher.notifyModerators(
				(opened.content() instanceof PostContent post) ? news.inGroup("cases:" + post.placeId()) : news);
	}

	/** Moderators need not look at it any more. */
	@EventHandler({ "case.decided", "message-case.decided", "social-case.decided" })
	void on(CaseDecided decided) {
		this.notificationDispatcher.withdrawAll("case:" + decided.caseId());
	}

	@EventHandler({ "appeal.filed", "message-appeal.filed", "social-appeal.filed" })
	void on(AppealFiled filed) {
		this.notificationDispatcher.notifyModerators(news(filed, filed.caseId(), "appeal:" + filed.appealId()));
	}

	/** The wording has the name of the event. Only posts of the forum have a thread. */
	private static NotificationNews news(ContentEvent event, String caseId, String source) {
		var wording = event.type().replace('.', '-');
		var link = "/moderation/cases/" + caseId;
		if (event.content() instanceof PostContent post) {
			return NotificationNews.at(NotificationPlace.of(post.thread()), NotificationKind.MODERATION, wording,
					source, link, post.thread().title());
		}
		return NotificationNews.of(NotificationKind.MODERATION, wording, source, link);
	}

}
