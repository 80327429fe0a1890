package org.parley.realtime.event.post;

/**
 * Reference to a thread in event data.
 *
 * @param id the thread's id
 */
record LiveThreadReference(String id) {
}
