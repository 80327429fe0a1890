package org.parley.realtime.event.social;

/**
 * A post that is new to the followers of its author.
 *
 * @param eventId id of the source event
 * @param type type of the source event
 */
record AnnouncedPost(String id, String authorId, String eventId, String type) {
}
