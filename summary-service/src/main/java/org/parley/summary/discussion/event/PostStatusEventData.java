package org.parley.summary.discussion.event;

import org.jspecify.annotations.Nullable;
import org.parley.summary.discussion.post.SummarizedPost;
import org.parley.summary.discussion.thread.ThreadReferenceEventData;

/**
 * The data of {@code post.status-changed}.
 *
 * @param reference the post
 * @param thread its thread
 * @param post the content; absent when readers cannot see the post
 * @param version the post's version
 */
record PostStatusEventData(PostRemovedEventData.Reference reference, ThreadReferenceEventData thread,
		PostEventData.@Nullable State post, long version) {

	SummarizedPost toPost() {
		return (this.post != null) ? this.post.toPost(this.thread.id())
				: SummarizedPost.hidden(this.reference.id(), this.thread.id(), this.reference.number(), this.version);
	}

}
