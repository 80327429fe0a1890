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
record PostModerated(PostGone.Reference reference, ThreadReference thread, PostTold.@Nullable State post,
		long version) {

	Post told() {
		return (this.post != null) ? this.post.in(this.thread.id())
				: Post.hidden(this.reference.id(), this.thread.id(), this.reference.number(), this.version);
	}

}
