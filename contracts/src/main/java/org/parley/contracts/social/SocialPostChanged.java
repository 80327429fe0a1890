package org.parley.contracts.social;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A post was created or edited, or everybody may see it now.
 *
 * @param post the post after the change
 * @param previousVisibility who might see it before the change; null for a new post, and
 * for one that is the same as before
 * @param restored whether moderation shows the same text again or has replaced it; null
 * for a new post and in older events
 * @param mentioned the people whom it mentions and who may see it
 */
@Publishes({ "social-post.created", "social-post.edited", "social-post.opened" })
public record SocialPostChanged(@EventType String type, SocialPostData post,
		@Nullable SocialVisibility previousVisibility, @OptionalValue @Nullable Boolean restored,
		List<PersonReference> mentioned) implements ParleyEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

}
