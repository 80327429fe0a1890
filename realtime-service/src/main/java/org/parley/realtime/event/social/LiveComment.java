package org.parley.realtime.event.social;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.social.SocialCommentChanged;

/**
 * A comment as the API returns it, without the reader's own reaction.
 *
 * @param replyTo id of the comment that it answers
 * @param text the Markdown source
 * @param html the rendered and sanitized HTML
 * @param status always {@code active}
 * @param reactions empty for a new comment; absent after an edit, which changes none
 * @param commentCount the number of shown comments on the post
 */
record LiveComment(String id, String postId, PersonReference author, @Nullable String replyTo, @Nullable String text,
		@Nullable String html, String status,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Integer> reactions, Instant createdAt,
		@Nullable Instant editedAt, long version, int commentCount) {

	static LiveComment of(SocialCommentChanged event, @Nullable Map<String, Integer> reactions) {
		var comment = event.comment();
		return new LiveComment(comment.id(), event.post().id(), comment.author(), comment.replyTo(), comment.text(),
				comment.html(), "active", reactions, comment.createdAt(), comment.editedAt(), comment.version(),
				event.post().commentCount());
	}

}
