package org.parley.realtime.event.post;

import org.jspecify.annotations.Nullable;

/**
 * Data of {@code post.status-changed}.
 *
 * @param reference the post
 * @param thread the post's thread
 * @param status the new status, which decides who sees the content
 * @param was the old status
 * @param moderation what was found in it; null if nothing was
 * @param post the content; absent if readers may not see it
 * @param version the post's version
 */
record LivePostStatusChangedEventData(LivePostReference reference, LiveThreadReference thread, String status,
		String was, @Nullable String moderation, LivePostChangedEventData.@Nullable State post, long version) {
}
