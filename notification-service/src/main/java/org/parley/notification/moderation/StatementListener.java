package org.parley.notification.moderation;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.SealedEventSecret;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.SendMail;
import org.parley.notification.news.Actor;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/**
 * Tells authors about decisions on their posts and messages, their ends and the answers
 * to appeals. The notifications name neither the moderator nor the category, which the
 * author may no longer be allowed to read.
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
	void on(Issued issued) {
		tell(issued, (issued.automated() ? "checked-" : "decided-") + issued.restriction());
	}

	@EventHandler("message-statement.issued")
	void onMessage(Issued issued) {
		var wording = issued.automated() ? "message-checked-" : "message-";
		tell(issued, issued.restriction().equals("limit") ? "checked-limit" : wording + issued.restriction());
	}

	@EventHandler({ "statement.lifted", "social-statement.lifted" })
	void on(Lifted lifted) {
		tell(lifted, SHOWN.contains(lifted.restriction()) ? "lifted-" + lifted.restriction() : "lifted");
	}

	@EventHandler("message-statement.lifted")
	void onMessage(Lifted lifted) {
		tell(lifted, switch (lifted.restriction()) {
			case "warn", "limit" -> "lifted-" + lifted.restriction();
			case "edit" -> "message-edit-reversed";
			default -> "message-restored";
		});
	}

	@EventHandler({ "appeal.decided", "social-appeal.decided", "message-appeal.decided" })
	void on(Answered answered) {
		tell(answered.post(), answered.statementId(), "appeal-" + answered.outcome(), "appeal:" + answered.appealId(),
				answered.note());
	}

	private void tell(Issued issued, String wording) {
		tell(issued.post(), issued.statementId(), wording, "statement:" + issued.statementId(), issued.note());
		if (issued.appealToken() != null) {
			mailLink(issued, issued.appealToken());
		}
	}

	/**
	 * Banned authors cannot sign in, so they get the link to the reasons and to the
	 * appeal by mail, whatever their preferences are.
	 */
	private void mailLink(Issued issued, SealedEventSecret token) {
		this.sendMail.send(NewMail
			.toPerson("appeal:" + issued.statementId(), MailTemplate.APPEAL, issued.post().author().id(), Map.of())
			.carrying(token)
			.until(issued.appealUntil()));
	}

	private void tell(Lifted lifted, String wording) {
		tell(lifted.post(), lifted.statementId(), wording, "lifted:" + lifted.statementId(), lifted.note());
	}

	/** Leads to the statement, because the author may not see the post any more. */
	private void tell(Post post, String statementId, String wording, String source, @Nullable String note) {
		var link = "/settings/statements/" + statementId;
		var news = NotificationNews.of(NotificationKind.MODERATION, wording, source, link);
		this.notificationDispatcher.notifyUser(post.author().id(), (note != null) ? news.withBody(note) : news);
	}

	/** The post, social post, comment or message of a decision. */
	record Post(Actor author) {
	}

	/** An issued statement of reasons. */
	record Issued(String statementId, @JsonAlias( {
			"content", "message" }) Post post, String restriction, boolean automated, @Nullable String note,
			Instant appealUntil, @Nullable SealedEventSecret appealToken){
	}

	/** A statement whose restriction has ended. */
	record Lifted(String statementId, @JsonAlias( {
			"content", "message" }) Post post, String restriction, @Nullable String note){
	}

	/** An answered appeal. */
	record Answered(String appealId, String statementId, @JsonAlias( {
			"content", "message" }) Post post, String outcome, @Nullable String note){
	}

}
