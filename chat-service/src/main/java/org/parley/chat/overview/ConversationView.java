package org.parley.chat.overview;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.chat.message.view.MessageView;
import org.parley.chat.person.ChatPersonView;
import org.parley.contracts.chat.ConversationKind;

/**
 * A conversation as a member sees it.
 *
 * @param kind {@code direct}, {@code group} or {@code room}
 * @param name the name; a direct conversation has none
 * @param category the slug of the category whose readers may enter the room
 * @param ownerId the id of the creator; in a group the one who invites and removes
 * members
 * @param members the first five members, in the order of joining
 * @param readSeq the number of the last message that the reader has read
 * @param unreadCount the number of later messages of others
 * @param mutedUntil when notifications resume; null if they are on
 * @param updatedAt the time of the last message or change
 * @param version increases with every change of the conversation itself
 */
record ConversationView(String id, ConversationKind kind, @Nullable String name, @Nullable String description,
		@Nullable String category, String ownerId, List<ChatPersonView> members, int memberCount,
		@Nullable MessageView lastMessage, long readSeq, long unreadCount, @Nullable Instant mutedUntil,
		Instant createdAt, Instant updatedAt, long version) {
}
