package org.parley.realtime.event;

/**
 * Which post an event is about.
 *
 * @param id the post's id
 * @param number its place in the thread
 * @param author who wrote it
 */
record LivePostReference(String id, int number, LivePerson author) {
}
