package org.parley.moderation.subject;

/** A reference to a message, as in events. */
public record ModeratedMessageReference(String id, AuthorReference author) {
}
