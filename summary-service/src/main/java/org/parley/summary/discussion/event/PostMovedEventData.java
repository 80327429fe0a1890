package org.parley.summary.discussion.event;

import org.jspecify.annotations.Nullable;
import org.parley.summary.discussion.post.SummarizedPost;
import org.parley.summary.discussion.thread.ThreadReferenceEventData;

/**
 * The data of {@code post.moved}.
 *
 * @param reference the post with its number in the new thread
 * @param thread the new thread
 * @param from the previous thread
 * @param was the post's number in the previous thread
 * @param post the content; absent when readers cannot see the post
 * @param version the post's version
 */
record PostMovedEventData(PostRemovedEventData.Reference reference, ThreadReferenceEventData thread,
		ThreadReferenceEventData from, int was, PostEventData.@Nullable State post, long version) {

	SummarizedPost toPost() {
		return new PostStatusEventData(this.reference, this.thread, this.post, this.version).toPost();
	}

}
