package org.parley.contracts.forum.post;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;
import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.PostReference;
import org.parley.contracts.forum.PostStatus;
import org.parley.contracts.forum.ThreadReference;

/**
 * Moderation has checked a post or changed its visibility.
 *
 * @param status its visibility
 * @param was the previous status
 * @param moderation what was found in it: {@code flagged}, {@code held}, {@code removed}
 * or {@code cleared}; null if nothing was
 * @param post the post in full; null if its readers may not see it
 * @param by the moderator; null if a rule or a model decided
 */
@Publishes("post.status-changed")
public record PostStatusChanged(PostReference reference, ThreadReference thread, PostStatus status, PostStatus was,
		@Nullable String moderation, @OptionalValue @Nullable PostData post,
		@OptionalValue @Nullable PersonReference by, long version) implements PostEvent {

	@Override
	public String subject() {
		return this.reference.id();
	}

}
