package org.parley.summary.discussion;

import org.jspecify.annotations.Nullable;

/**
 * What the forum tells when moderation has looked at a post.
 *
 * @param reference which
 * @param thread where
 * @param post what it says, while its readers may see it
 * @param version of the post
 */
record PostStatusEventData(PostRemovedEventData.Reference reference, ThreadReferenceEventData thread,
		PostEventData.@Nullable State post, long version) {

	SummarizedPost told() {
		return (this.post != null) ? this.post.in(this.thread.id())
				: SummarizedPost.hidden(this.reference.id(), this.thread.id(), this.reference.number(), this.version);
	}

}
