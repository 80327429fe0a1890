package org.parley.moderation.subject;

/**
 * An author has replaced a text that moderation checks. Repeated and late events have an
 * older revision than is known.
 *
 * @param title of the thread; empty outside of the forum
 */
public record ContentEdited(String contentId, ContentRevision revision, String title, String text) {
}
