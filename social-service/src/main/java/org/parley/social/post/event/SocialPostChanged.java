package org.parley.social.post.event;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;
import org.parley.platform.readmodels.relation.SocialVisibility;
import org.parley.social.person.SocialPersonReference;

/**
 * A post was created or edited.
 *
 * @param post the post after the change
 * @param previousVisibility who might see it before the change; null for a new post
 * @param restored whether moderation shows the same text again or has replaced it; null
 * for a new post
 * @param mentioned the people whom it mentions and who may see it
 */
@Publishes({ "social-post.created", "social-post.edited" })
record SocialPostChanged(@JsonIgnore String type, SocialPostData post, @Nullable SocialVisibility previousVisibility,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean restored,
		List<SocialPersonReference> mentioned) implements ParleyEvent {

	@Override
	public String subject() {
		return this.post.id();
	}

}
