package org.parley.moderation.subject;

/**
 * A reference to a message, as in events.
 *
 * @param id the message's id
 * @param author the author
 */
public record ModeratedMessageReference(String id, AuthorReference author) {
}
