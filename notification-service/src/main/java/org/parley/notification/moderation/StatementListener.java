package org.parley.notification.moderation;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.SealedEventSecret;
import org.parley.contracts.moderation.AppealDecided;
import org.parley.contracts.moderation.ContentReference;
import org.parley.contracts.moderation.StatementIssued;
import org.parley.contracts.moderation.StatementLifted;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.SendMail;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Tells authors about decisions on their posts and messages, their ends and the answers
 * to appeals, of which moderators need not hear any more. The notifications name neither
 * the moderator nor the category, which the author may no longer be allowed to read.
 */
@EventConsumer("notifications")
class StatementListener {

	/** Restrictions of posts that readers see. */
	private static final Set<String> SHOWN = Set.of("warn", "edit", "lock", "limit");

	private final NotificationDispatcher notificationDispatcher;

	private final SendMail sendMail;

	StatementListener(NotificationDispatcher notificationDispatcher, SendMail sendMail) {
		this.notificationDispatcher = notificationDispatcher;
		this.sendMail = sendMail;
	}

	@EventHandler({ "statement.issued", "social-statement.issued" })
	void on(StatementIssued issued) {
		tell(issued, (issued.automated() ? "checked-" : "decided-") + issued.restriction());
	}

	@EventHandler("message-statement.issued")
	void onMessage(StatementIssued issued) {
		var wording = issued.automated() ? "message-checked-" : "message-";
		tell(issued, issued.restriction().equals("limit") ? "checked-limit" : wording + issued.restriction());
	}

	@EventHandler({ "statement.lifted", "social-statement.lifted" })
	void on(StatementLifted lifted) {
		tell(lifted, SHOWN.contains(lifted.restriction()) ? "lifted-" + lifted.restriction() : "lifted");
	}

	@EventHandler("message-statement.lifted")
	void onMessage(StatementLifted lifted) {
		tell(lifted, switch (lifted.restriction()) {
			case "warn", "limit" -> "lifted-" + lifted.restriction();
			case "edit" -> "message-edit-reversed";
			default -> "message-restored";
		});
	}

	@EventHandler({ "appeal.decided", "social-appeal.decided", "message-appeal.decided" })
	void on(AppealDecided answered) {
		this.notificationDispatcher.withdrawAll("appeal:" + answered.appealId());
		tell(answered.content(), answered.statementId(), "appeal-" + answered.outcome(),
				"answer:" + answered.appealId(), answered.note());
	}

	private void tell(StatementIssued issued, String wording) {
		tell(issued.content(), issued.statementId(), wording, "statement:" + issued.statementId(), issued.note());
		if (issued.appealToken() != null) {
			mailLink(issued, issued.appealToken());
		}
	}

	/**
	 * Banned authors cannot sign in, so they get the link to the reasons and to the
	 * appeal by mail, whatever their preferences are.
	 */
	private void mailLink(StatementIssued issued, SealedEventSecret token) {
		this.sendMail.send(NewMail
			.toPerson("appeal:" + issued.statementId(), MailTemplate.APPEAL, issued.content().author().id(), Map.of())
			.carrying(token)
			.until(issued.appealUntil()));
	}

	private void tell(StatementLifted lifted, String wording) {
		tell(lifted.content(), lifted.statementId(), wording, "lifted:" + lifted.statementId(), lifted.note());
	}

	/** Leads to the statement, because the author may not see the post any more. */
	private void tell(ContentReference content, String statementId, String wording, String source,
			@Nullable String note) {
		var link = "/settings/statements/" + statementId;
		var news = NotificationNews.of(NotificationKind.MODERATION, wording, source, link);
		this.notificationDispatcher.notifyUser(content.author().id(), (note != null) ? news.withBody(note) : news);
	}

}
