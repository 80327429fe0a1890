package org.parley.summary.discussion;

/**
 * What the forum tells when a category is gone.
 *
 * @param category which
 */
record CategoryRemovedEventData(CategoryReferenceEventData category) {
}
