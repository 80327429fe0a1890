package org.parley.realtime.news;

/**
 * Which post an event is about.
 *
 * @param id the post's id
 * @param number its place in the thread
 * @param author who wrote it
 */
record PostReference(String id, int number, Person author) {
}
