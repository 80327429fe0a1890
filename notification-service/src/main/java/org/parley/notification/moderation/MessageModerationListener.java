package org.parley.notification.moderation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.Actor;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;
import org.parley.platform.events.secret.SealedEventSecret;

/**
 * Notifies moderators of cases and appeals about messages, and authors of decisions about
 * their messages, of their ends and of the answers to appeals. The notifications of
 * authors name no moderator.
 */
@EventConsumer("notifications")
class MessageModerationListener {

	private final NotificationDispatcher notificationDispatcher;

	private final MailAppealLink mailAppealLink;

	MessageModerationListener(NotificationDispatcher notificationDispatcher, MailAppealLink mailAppealLink) {
		this.notificationDispatcher = notificationDispatcher;
		this.mailAppealLink = mailAppealLink;
	}

	@EventHandler("message-case.opened")
	void on(MessageOpened opened) {
		tellModerators("message-case-opened", "case:" + opened.caseId(), opened.caseId());
	}

	@EventHandler("message-appeal.filed")
	void on(MessageAppealed filed) {
		tellModerators("message-appeal-filed", "appeal:" + filed.appealId(), filed.caseId());
	}

	@EventHandler("message-statement.issued")
	void on(MessageStatementIssued issued) {
		var wording = issued.automated() ? "message-checked-" : "message-";
		tell(issued.message(), issued.statementId(),
				issued.restriction().equals("limit") ? "checked-limit" : wording + issued.restriction(),
				"statement:" + issued.statementId(), issued.note());
		if (issued.appealToken() != null) {
			this.mailAppealLink.mail(issued.message().author().id(), issued.statementId(), issued.appealToken(),
					issued.appealUntil());
		}
	}

	@EventHandler("message-statement.lifted")
	void on(MessageStatementLifted lifted) {
		var wording = switch (lifted.restriction()) {
			case "warn", "limit" -> "lifted-" + lifted.restriction();
			case "edit" -> "message-edit-reversed";
			default -> "message-restored";
		};
		tell(lifted.message(), lifted.statementId(), wording, "lifted:" + lifted.statementId(), lifted.note());
	}

	@EventHandler("message-appeal.decided")
	void on(MessageAppealAnswered answered) {
		tell(answered.message(), answered.statementId(), "appeal-" + answered.outcome(),
				"appeal:" + answered.appealId(), answered.note());
	}

	private void tellModerators(String wording, String source, String caseId) {
		this.notificationDispatcher.notifyRoles(
				NotificationNews.of(NotificationKind.MODERATION, wording, source, "/moderation/cases/" + caseId),
				"moderator", "admin");
	}

	/** Leads to the statement, because the message may be removed. */
	private void tell(Message message, String statementId, String wording, String source, @Nullable String note) {
		var news = NotificationNews.of(NotificationKind.MODERATION, wording, source,
				"/settings/statements/" + statementId);
		this.notificationDispatcher.notifyUser(message.author().id(), (note != null) ? news.withBody(note) : news);
	}

	/** The message of a case or decision. */
	record Message(Actor author) {
	}

	/** An opened case. */
	record MessageOpened(String caseId) {
	}

	/** A filed appeal. */
	record MessageAppealed(String appealId, String caseId) {
	}

	/** An issued statement of reasons. */
	record MessageStatementIssued(String statementId, Message message, String restriction, boolean automated,
			@Nullable String note, Instant appealUntil, @Nullable SealedEventSecret appealToken) {
	}

	/** A statement whose restriction has ended. */
	record MessageStatementLifted(String statementId, Message message, String restriction, @Nullable String note) {
	}

	/** An answered appeal. */
	record MessageAppealAnswered(String appealId, String statementId, Message message, String outcome,
			@Nullable String note) {
	}

}
