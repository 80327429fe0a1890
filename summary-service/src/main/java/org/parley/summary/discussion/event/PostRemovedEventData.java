package org.parley.summary.discussion;

/**
 * What the forum tells when a post was taken away.
 *
 * @param post which
 * @param thread where
 * @param version of the post
 */
record PostRemovedEventData(Reference post, ThreadReferenceEventData thread, long version) {

	SummarizedPost told() {
		return SummarizedPost.hidden(this.post.id(), this.thread.id(), this.post.number(), this.version);
	}

	/**
	 * A post as events name it.
	 *
	 * @param id the post's id
	 * @param number its place in the thread
	 */
	record Reference(String id, int number) {
	}

}
