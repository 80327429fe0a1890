package org.parley.moderation.subject;

import java.util.Optional;
import java.util.stream.Stream;

import org.parley.contracts.PersonReference;
import org.parley.contracts.chat.ConversationReference;
import org.parley.moderation.subject.ModeratedThreadReference.Category;

/**
 * Where messages are. Moderation treats a conversation as a thread without a title, and
 * these places as categories, so that policies, rights and the public log know them.
 * Messages of rooms are checked; of all others moderation has no text without a report.
 */
public enum MessagePlace {

	/** Rooms that everybody with an account may enter. */
	ROOMS("rooms", "room"),
	/** Rooms that only the readers of a category may enter. */
	LIMITED_ROOMS("rooms-limited", "room"),
	/** Groups of invited people. */
	GROUPS("groups", "group"),
	/** Conversations of two people. */
	DIRECT("direct", "direct");

	private final String id;

	private final String kind;

	MessagePlace(String id, String kind) {
		this.id = id;
		this.kind = kind;
	}

	private static MessagePlace of(ConversationReference conversation) {
		return switch (conversation.kind()) {
			case ROOM -> Boolean.TRUE.equals(conversation.limited()) ? LIMITED_ROOMS : ROOMS;
			case GROUP -> GROUPS;
			case DIRECT -> DIRECT;
		};
	}

	static Optional<MessagePlace> find(ModeratedThreadReference thread) {
		return Stream.of(values()).filter((place) -> place.category().equals(thread.category())).findFirst();
	}

	/** Returns the conversation of a message as moderation stores it. */
	public static ModeratedThreadReference of(ConversationReference conversation, PersonReference author) {
		return new ModeratedThreadReference(conversation.id(), "", "", of(conversation).category(),
				AuthorReference.of(author));
	}

	public String id() {
		return this.id;
	}

	private Category category() {
		return new Category(this.id, this.id);
	}

	/** The kind of its conversations. */
	String kind() {
		return this.kind;
	}

}
