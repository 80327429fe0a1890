package org.parley.moderation.subject;

/**
 * A reference to a conversation, as in events.
 *
 * @param kind {@code direct}, {@code group} or {@code room}
 */
public record ModeratedConversationReference(String id, String kind) {
}
