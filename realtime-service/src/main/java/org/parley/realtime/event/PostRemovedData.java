package org.parley.realtime.event;

/**
 * What the forum tells of a post that is gone.
 *
 * @param post which
 * @param thread where it was
 * @param status {@code deleted} or {@code removed}
 * @param version of the post
 */
record PostRemovedData(LivePostReference post, LiveThreadReference thread, String status, long version) {
}
