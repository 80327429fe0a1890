package org.parley.summary.discussion;

import org.jspecify.annotations.Nullable;

/**
 * What the forum tells when a post went to another thread.
 *
 * @param reference which, with its number where it is
 * @param thread where it is
 * @param from where it was
 * @param was its number there
 * @param post what it says, while its readers may see it
 * @param version of the post
 */
record PostMovedEventData(PostRemovedEventData.Reference reference, ThreadReferenceEventData thread,
		ThreadReferenceEventData from, int was, PostEventData.@Nullable State post, long version) {

	SummarizedPost told() {
		return new PostStatusEventData(this.reference, this.thread, this.post, this.version).told();
	}

}
