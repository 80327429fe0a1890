package org.parley.summary.discussion.event;

import org.parley.summary.discussion.post.SummarizedPost;
import org.parley.summary.discussion.thread.ThreadReferenceEventData;

/**
 * The data of {@code post.removed}.
 *
 * @param post the removed post
 * @param thread its thread
 * @param version the post's version
 */
record PostRemovedEventData(Reference post, ThreadReferenceEventData thread, long version) {

	SummarizedPost toPost() {
		return SummarizedPost.hidden(this.post.id(), this.thread.id(), this.post.number(), this.version);
	}

	/**
	 * A reference to a post.
	 *
	 * @param id the post's id
	 * @param number its position in the thread
	 */
	record Reference(String id, int number) {
	}

}
