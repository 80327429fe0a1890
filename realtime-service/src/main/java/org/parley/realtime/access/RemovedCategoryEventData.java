package org.parley.realtime.access;

/**
 * Data of {@code category.removed}. The id is never used again.
 *
 * @param category the removed category
 */
public record RemovedCategoryEventData(CategoryIdEventData category) {
}
