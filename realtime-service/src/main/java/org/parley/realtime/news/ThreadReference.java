package org.parley.realtime.news;

/**
 * Which thread an event is about.
 *
 * @param id the thread's id
 */
record ThreadReference(String id) {
}
