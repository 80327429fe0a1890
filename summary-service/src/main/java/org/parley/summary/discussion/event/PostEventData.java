package org.parley.summary.discussion.event;

import org.jspecify.annotations.Nullable;
import org.parley.summary.discussion.post.SummarizedPost;
import org.parley.summary.discussion.post.SummarizedPostStatus;
import org.parley.summary.discussion.thread.ThreadReferenceEventData;

/**
 * The data of events with a post's content.
 *
 * @param post the present state
 * @param thread the post's thread
 */
record PostEventData(State post, ThreadReferenceEventData thread) {

	SummarizedPost toPost() {
		return this.post.toPost(this.thread.id());
	}

	/**
	 * The state of a post.
	 *
	 * @param id the post's id
	 * @param number its position in the thread
	 * @param html its content; absent for a removed post
	 * @param status its moderation status
	 * @param version grows with every change except votes
	 */
	record State(String id, int number, @Nullable String html, SummarizedPostStatus status, long version) {

		SummarizedPost toPost(String threadId) {
			return (this.status.isShown() && this.html != null)
					? SummarizedPost.shown(this.id, threadId, this.number, this.html, this.version)
					: SummarizedPost.hidden(this.id, threadId, this.number, this.version);
		}

	}

}
