package org.parley.moderation.subject;

/**
 * An author has replaced a text that moderation checks. Repeated and late events have an
 * older revision than is known.
 *
 * @param thread the thread with its title and tags
 */
public record ContentEdited(String contentId, ContentRevision revision, ModeratedThreadReference thread, String text) {
}
