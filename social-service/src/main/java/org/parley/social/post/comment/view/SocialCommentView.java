package org.parley.social.post.comment.view;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.social.person.SocialPersonView;
import org.parley.social.post.comment.SocialComment;
import org.parley.social.post.event.SocialPostEventPublisher;
import org.parley.social.post.reaction.ReactionKind;

/**
 * A comment as a reader sees it.
 *
 * @param replyTo the id of the comment that it answers
 * @param text the text in Markdown
 * @param html the text as safe HTML
 * @param status {@code active}; for its author also {@code hidden} or {@code removed},
 * without a text
 * @param reactions the number of reactions by kind
 * @param myReaction the reader's own reaction
 * @param version increases with every edit
 */
public record SocialCommentView(String id, String postId, SocialPersonView author, @Nullable String replyTo,
		@Nullable String text, @Nullable String html, SocialPostStatus status, Map<String, Integer> reactions,
		@Nullable ReactionKind myReaction, Instant createdAt, @Nullable Instant editedAt, long version) {

	static SocialCommentView of(SocialComment comment, SocialPersonView author, @Nullable ReactionKind mine) {
		return new SocialCommentView(comment.id(), comment.postId(), author, comment.replyTo(), comment.shownText(),
				comment.shownHtml(), comment.status(), SocialPostEventPublisher.positive(comment.reactions()), mine,
				comment.createdAt(), comment.editedAt(), comment.version());
	}

}
