package org.parley.realtime.event.post;

import org.jspecify.annotations.Nullable;

/**
 * Data of {@code post.moved}.
 *
 * @param reference the post with its new number
 * @param thread the new thread
 * @param from the old thread
 * @param was its number in the old thread
 * @param status decides who sees the content
 * @param post the content; absent if readers may not see it
 * @param version the post's version
 */
record LivePostMovedEventData(LivePostReference reference, LiveThreadReference thread, LiveThreadReference from,
		int was, String status, LivePostChangedEventData.@Nullable State post, long version) {

	/** Returns the reference of the post in its old thread. */
	LivePostReference oldReference() {
		return new LivePostReference(this.reference.id(), this.was, this.reference.author());
	}

}
