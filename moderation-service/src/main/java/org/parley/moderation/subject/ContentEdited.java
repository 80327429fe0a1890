package org.parley.moderation.subject;

/**
 * An author has replaced a text that moderation checks. Repeated and late events have an
 * older revision than is known.
 */
public record ContentEdited(String contentId, ContentRevision revision, String text) {
}
