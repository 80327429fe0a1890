package org.parley.social.post.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.contracts.social.SocialVisibility;
import org.parley.platform.readmodels.media.MediaView;
import org.parley.social.person.SocialPersonView;
import org.parley.social.post.SocialPost;
import org.parley.social.post.reaction.ReactionKind;

/**
 * A post as a reader sees it.
 *
 * @param text the text in Markdown
 * @param html the text as safe HTML
 * @param media the pictures in their order, without those that are removed
 * @param visibility who may see it
 * @param status {@code active}; for its author also {@code hidden} or {@code removed},
 * without a text
 * @param reactions the number of reactions by kind
 * @param myReaction the reader's own reaction
 * @param commentCount the number of comments and answers
 * @param version increases with every edit
 */
public record SocialPostView(String id, SocialPersonView author, @Nullable String text, @Nullable String html,
		List<MediaView> media, SocialVisibility visibility, SocialPostStatus status, Map<String, Integer> reactions,
		@Nullable ReactionKind myReaction, int commentCount, Instant createdAt, @Nullable Instant editedAt,
		long version) {

	static SocialPostView of(SocialPost post, SocialPersonView author, List<MediaView> media,
			@Nullable ReactionKind mine) {
		return new SocialPostView(post.id(), author, post.shownText(), post.shownHtml(), media, post.visibility(),
				post.status(), post.shownReactions(), mine, Math.max(0, post.commentCount()), post.createdAt(),
				post.editedAt(), post.version());
	}

}
