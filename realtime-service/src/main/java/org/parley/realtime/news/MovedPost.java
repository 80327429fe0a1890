package org.parley.realtime.news;

import org.jspecify.annotations.Nullable;

/**
 * What the forum tells of a post that went to another thread.
 *
 * @param reference which, with its number where it is
 * @param thread where it is
 * @param from where it was
 * @param was its number there
 * @param status who sees what it says
 * @param post what it says, while its readers may see it
 * @param version of the post
 */
record MovedPost(PostReference reference, ThreadReference thread, ThreadReference from, int was, String status,
		ToldPost.@Nullable State post, long version) {

	/** The place that it has left. */
	PostReference left() {
		return new PostReference(this.reference.id(), this.was, this.reference.author());
	}

}
