package org.parley.contracts.social;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A comment was created or edited, or everybody may see it now.
 *
 * @param comment the comment after the change
 * @param answered the author of the comment that it answers
 * @param restored whether moderation shows the same text again or has replaced it; null
 * for a new comment and in older events
 * @param mentioned the people whom it mentions and who may see it
 */
@Publishes({ "social-comment.created", "social-comment.edited", "social-comment.opened" })
public record SocialCommentChanged(@EventType String type, SocialCommentData comment, SocialPostReference post,
		@Nullable PersonReference answered, @OptionalValue @Nullable Boolean restored,
		List<PersonReference> mentioned) implements ParleyEvent {

	@Override
	public String subject() {
		return this.comment.id();
	}

	@Override
	public String partitionKey() {
		return this.post.id();
	}

}
