package org.parley.realtime.event.post;

import org.parley.realtime.event.LivePerson;

/**
 * Reference to a post in event data.
 *
 * @param id the post's id
 * @param number its position in the thread
 * @param author the post's author
 */
record LivePostReference(String id, int number, LivePerson author) {
}
