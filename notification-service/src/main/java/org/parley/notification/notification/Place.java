package org.parley.notification.notification;

/**
 * Where something happened: only who may read there is told of it.
 *
 * @param threadId the thread
 * @param categoryId its category
 */
public record Place(String threadId, String categoryId) {
}
