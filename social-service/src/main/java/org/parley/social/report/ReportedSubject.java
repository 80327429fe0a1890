package org.parley.social.report;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.social.post.SocialPost;
import org.parley.social.post.comment.SocialComment;

/**
 * A reported post or comment.
 *
 * @param kind {@code post} or {@code comment}
 * @param media the ids of the media of a post
 */
record ReportedSubject(String kind, String id, String postId, String authorId, @Nullable String text,
		List<String> media, Instant createdAt, long version) {

	boolean isComment() {
		return this.kind.equals("comment");
	}

	static ReportedSubject of(SocialPost post) {
		return new ReportedSubject("post", post.id(), post.id(), post.authorId(), post.text(), post.media(),
				post.createdAt(), post.version());
	}

	static ReportedSubject of(SocialComment comment) {
		return new ReportedSubject("comment", comment.id(), comment.postId(), comment.authorId(), comment.text(),
				List.of(), comment.createdAt(), comment.version());
	}

}
