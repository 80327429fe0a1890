package org.parley.notification.conversation;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.chat.ConversationData;
import org.parley.contracts.chat.ConversationReference;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.preference.NotificationKind;

/**
 * A conversation whose members are notified.
 *
 * @param kind {@code direct} or {@code group}
 * @param name the name; null if it has none
 */
record ConversationPlace(String id, String kind, @Nullable String name) {

	static ConversationPlace of(ConversationReference conversation) {
		return new ConversationPlace(conversation.id(), conversation.kind().json(), conversation.name());
	}

	static ConversationPlace of(ConversationData conversation) {
		return new ConversationPlace(conversation.id(), conversation.kind().json(), conversation.name());
	}

	NotificationNews news(KnownMessage message) {
		return new NotificationNews(NotificationKind.MESSAGE, wording(), source(message.id()), group(this.id), null,
				null, link(this.id), message.author(), values(), "", 1);
	}

	String wording() {
		if (this.kind.equals("direct")) {
			return "message-direct";
		}
		return (this.name != null) ? "message-group" : "message-unnamed";
	}

	List<String> values() {
		return (this.name != null) ? List.of(this.name) : List.of();
	}

	static String group(String conversationId) {
		return "conversation:" + conversationId;
	}

	static String link(String conversationId) {
		return "/chat/" + conversationId;
	}

	static String source(String messageId) {
		return "message:" + messageId;
	}

}
