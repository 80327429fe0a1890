package org.parley.notification.moderation;

import org.jspecify.annotations.Nullable;
import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.Actor;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/**
 * Notifies moderators about reported messages, and their authors about decisions. The
 * notifications of authors name no moderator.
 */
@EventConsumer("notifications")
class MessageCaseListener {

	private final NotificationDispatcher notificationDispatcher;

	MessageCaseListener(NotificationDispatcher notificationDispatcher) {
		this.notificationDispatcher = notificationDispatcher;
	}

	@EventHandler("message-case.opened")
	void on(MessageOpened opened) {
		var news = NotificationNews.of(NotificationKind.MODERATION, "message-case-opened", "case:" + opened.caseId(),
				"/moderation/cases/" + opened.caseId());
		this.notificationDispatcher.notifyRoles(news, "moderator", "admin");
	}

	@EventHandler("message-case.decided")
	void on(MessageDecided decided) {
		if (!decided.decision().equals("dismiss")) {
			tell(decided.message().author(), decided.conversation(), "message-" + decided.decision(),
					"decided:" + decided.caseId(), decided.note());
		}
	}

	@EventHandler("message-case.reversed")
	void on(MessageReversed reversed) {
		var wording = switch (reversed.decision()) {
			case "warn" -> "lifted-warn";
			case "edit" -> "message-edit-reversed";
			default -> "message-restored";
		};
		tell(reversed.message().author(), reversed.conversation(), wording, "reversed:" + reversed.caseId(),
				reversed.note());
	}

	private void tell(Actor author, Conversation conversation, String wording, String source, @Nullable String note) {
		var news = NotificationNews.of(NotificationKind.MODERATION, wording, source, "/chat/" + conversation.id());
		this.notificationDispatcher.notifyUser(author.id(), (note != null) ? news.withBody(note) : news);
	}

	/** The message of a case. */
	record Message(Actor author) {
	}

	/** The conversation of the message. */
	record Conversation(String id) {
	}

	/** An opened case. */
	record MessageOpened(String caseId) {
	}

	/** A decided case. */
	record MessageDecided(String caseId, Message message, Conversation conversation, String decision,
			@Nullable String note) {
	}

	/** A reversed decision. */
	record MessageReversed(String caseId, Message message, Conversation conversation, String decision,
			@Nullable String note) {
	}

}
