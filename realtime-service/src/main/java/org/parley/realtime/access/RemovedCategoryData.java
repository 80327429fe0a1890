package org.parley.realtime.access;

/**
 * What the forum tells of a category that is gone; none with its id ever comes back.
 *
 * @param category which
 */
public record RemovedCategoryData(CategoryIdData category) {
}
