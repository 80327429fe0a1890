package org.parley.realtime.event;

import org.jspecify.annotations.Nullable;

/**
 * What the forum tells of a post that moderation has looked at.
 *
 * @param reference which
 * @param thread where it is
 * @param status who sees what it says
 * @param was who saw it before
 * @param moderation whether the present content has been checked
 * @param post what it says, while its readers may see it
 * @param version of the post
 */
record PostStatusChangedData(LivePostReference reference, LiveThreadReference thread, String status, String was,
		String moderation, PostChangedData.@Nullable State post, long version) {
}
