package org.parley.social.post.event;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.readmodels.relation.SocialVisibility;
import org.parley.social.person.SocialPersonReference;
import org.parley.social.post.SocialPost;

/**
 * A post as it is in events.
 *
 * @param text the text in Markdown
 * @param html the text as safe HTML
 * @param mediaIds the ids of the media in their order
 * @param visibility who may see it
 * @param everybody whether everybody may see it, guests included
 * @param version increases with every edit
 */
record SocialPostData(String id, SocialPersonReference author, @Nullable String text, @Nullable String html,
		List<String> mediaIds, SocialVisibility visibility, boolean everybody, Instant createdAt,
		@Nullable Instant editedAt, long version) {

	static SocialPostData of(SocialPost post, SocialPersonReference author, boolean everybody) {
		return new SocialPostData(post.id(), author, post.text(), post.html(), post.media(), post.visibility(),
				everybody, post.createdAt(), post.editedAt(), post.version());
	}

}
