package org.parley.social.post.event;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.social.person.SocialPersonReference;
import org.parley.social.post.comment.SocialComment;

/**
 * A comment as it is in events.
 *
 * @param replyTo the id of the comment that it answers
 * @param text the text in Markdown
 * @param html the text as safe HTML
 * @param version increases with every edit
 */
record SocialCommentData(String id, SocialPersonReference author, @Nullable String replyTo, @Nullable String text,
		@Nullable String html, Instant createdAt, @Nullable Instant editedAt, long version) {

	static SocialCommentData of(SocialComment comment, SocialPersonReference author) {
		return new SocialCommentData(comment.id(), author, comment.replyTo(), comment.text(), comment.html(),
				comment.createdAt(), comment.editedAt(), comment.version());
	}

}
