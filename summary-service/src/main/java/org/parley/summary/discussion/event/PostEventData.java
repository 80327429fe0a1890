package org.parley.summary.discussion;

import org.jspecify.annotations.Nullable;

/**
 * What the forum tells of a post.
 *
 * @param post as it is now
 * @param thread where
 */
record PostEventData(State post, ThreadReferenceEventData thread) {

	SummarizedPost told() {
		return this.post.in(this.thread.id());
	}

	/**
	 * A post.
	 *
	 * @param id the post's id
	 * @param number its place in the thread
	 * @param html what it says; absent when it is gone
	 * @param status who sees it
	 * @param version grows with every change but those of votes
	 */
	record State(String id, int number, @Nullable String html, SummarizedPostStatus status, long version) {

		SummarizedPost in(String threadId) {
			return (this.status.isShown() && this.html != null)
					? SummarizedPost.shown(this.id, threadId, this.number, this.html, this.version)
					: SummarizedPost.hidden(this.id, threadId, this.number, this.version);
		}

	}

}
