package org.parley.realtime.event;

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
record PostMovedData(LivePostReference reference, LiveThreadReference thread, LiveThreadReference from, int was,
		String status, PostChangedData.@Nullable State post, long version) {

	/** The place that it has left. */
	LivePostReference left() {
		return new LivePostReference(this.reference.id(), this.was, this.reference.author());
	}

}
