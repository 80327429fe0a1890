package org.parley.realtime.event;

/**
 * Which thread an event is about.
 *
 * @param id the thread's id
 */
record LiveThreadReference(String id) {
}
