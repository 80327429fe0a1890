package org.parley.summary.discussion.event;

import org.parley.summary.discussion.thread.CategoryReferenceEventData;

/**
 * The data of {@code category.removed}.
 *
 * @param category the removed category
 */
record CategoryRemovedEventData(CategoryReferenceEventData category) {
}
