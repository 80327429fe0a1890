package org.parley.notification.conversation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.Actor;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.preference.NotificationKind;

/** The data of chat events about conversations, memberships and messages. */
final class ConversationNewsData {

	private ConversationNewsData() {
	}

	/**
	 * A conversation.
	 *
	 * @param kind {@code direct}, {@code group} or {@code room}
	 * @param name the name; null if it has none
	 */
	record Place(String id, String kind, @Nullable String name) {

		/** Rooms are open to everybody, and notify nobody of each message. */
		boolean isRoom() {
			return this.kind.equals("room");
		}

		/** News about a message of this conversation. */
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

	/** A created or restored message. */
	record Shown(State message, Place conversation) {

		KnownMessage known() {
			return new KnownMessage(this.message.id(), this.conversation.id(), this.message.seq(),
					this.message.author(), this.message.createdAt(), true, this.message.version());
		}

	}

	/** The state of a message. */
	record State(String id, long seq, Actor author, Instant createdAt, long version) {
	}

	/** A removed message. */
	record Removed(Reference message, Place conversation, long version) {

		/** A message that is not shown needs no time. */
		KnownMessage known() {
			return new KnownMessage(this.message.id(), this.conversation.id(), this.message.seq(),
					this.message.author(), Instant.EPOCH, false, this.version);
		}

	}

	/** A reference to a message. */
	record Reference(String id, long seq, Actor author) {
	}

	/** A changed read position. */
	record Read(Place conversation, Actor person, long seq) {
	}

	/** A started or ended membership; only a started one has a position. */
	record Changed(Place conversation, Actor person, long version, @Nullable Long position) {
	}

	/** A changed mute of a membership. */
	record Muted(Place conversation, Actor person, Instant mutedAt, @Nullable Instant until, long membership,
			long version) {
	}

	/** A removed conversation. */
	record Ended(Place conversation) {
	}

}
