package org.parley.notification.moderation;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.AppealFiled;
import org.parley.contracts.moderation.CaseDecided;
import org.parley.contracts.moderation.CaseOpened;
import org.parley.contracts.moderation.CaseWithdrawn;
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

	private final KnownCases knownCases;

	CaseListener(NotificationDispatcher notificationDispatcher, KnownCases knownCases) {
		this.notificationDispatcher = notificationDispatcher;
		this.knownCases = knownCases;
	}

	/**
	 * Cases in one thread are told as one. A case that opens again is news again, also
	 * for those who have read of it.
	 */
	@EventHandler({ "case.opened", "message-case.opened", "social-case.opened" })
	void on(CaseOpened opened) {
		if (!isNews(opened.caseId(), opened.version())) {
			return;
		}
		var source = source(opened.caseId());
		var news = news(opened, opened.caseId(), source);
		this.notificationDispatcher.forget(source);
		this.notificationDispatcher.notifyModerators(
				(opened.content() instanceof PostContent post) ? news.inGroup("cases:" + post.placeId()) : news);
	}

	@EventHandler({ "case.decided", "message-case.decided", "social-case.decided" })
	void on(CaseDecided decided) {
		withdraw(decided.caseId(), decided.version());
	}

	@EventHandler({ "case.withdrawn", "message-case.withdrawn", "social-case.withdrawn" })
	void on(CaseWithdrawn withdrawn) {
		withdraw(withdrawn.caseId(), withdrawn.version());
	}

	/** Moderators need not look at it any more. */
	private void withdraw(String caseId, @Nullable Long version) {
		if (isNews(caseId, version)) {
			this.notificationDispatcher.withdrawAll(source(caseId));
		}
	}

	@EventHandler({ "appeal.filed", "message-appeal.filed", "social-appeal.filed" })
	void on(AppealFiled filed) {
		this.notificationDispatcher.notifyModerators(news(filed, filed.caseId(), "appeal:" + filed.appealId()));
	}

	/** Older events have no version. */
	private boolean isNews(String caseId, @Nullable Long version) {
		return version == null || this.knownCases.saveIfNewer(caseId, version);
	}

	private static String source(String caseId) {
		return "case:" + caseId;
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
