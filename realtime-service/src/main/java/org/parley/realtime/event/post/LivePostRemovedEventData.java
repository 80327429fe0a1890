package org.parley.realtime.event.post;

/**
 * Data of {@code post.removed}.
 *
 * @param post the removed post
 * @param thread the post's thread
 * @param status {@code deleted} or {@code removed}
 * @param version the post's version
 */
record LivePostRemovedEventData(LivePostReference post, LiveThreadReference thread, String status, long version) {
}
