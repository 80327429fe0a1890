package org.parley.social.post.comment;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.social.post.SocialPosts;
import org.parley.social.relation.SocialReaders;

import org.springframework.stereotype.Component;

/**
 * Finds comments for those who may see them and their posts. To all others they do not
 * exist.
 */
@Component
public class SocialCommentAccess {

	private final SocialComments comments;

	private final SocialPosts posts;

	private final SocialReaders readers;

	SocialCommentAccess(SocialComments comments, SocialPosts posts, SocialReaders readers) {
		this.comments = comments;
		this.posts = posts;
		this.readers = readers;
	}

	/**
	 * Returns a comment that the caller, or a guest, may see.
	 * @throws RefusalException 404 {@code social-comment.not-found}
	 */
	public VisibleComment require(String id, @Nullable Caller caller) {
		var comment = this.comments.find(id).orElseThrow(SocialCommentAccess::notFound);
		var post = this.posts.find(comment.postId()).orElseThrow(SocialCommentAccess::notFound);
		var reader = this.readers.of(caller, List.of(post.authorId(), comment.authorId()));
		if (!post.isShownTo(reader) || !comment.isShownTo(reader)) {
			throw notFound();
		}
		return new VisibleComment(comment, post, reader);
	}

	/** The refusal of a comment that does not exist for the caller. */
	public static RefusalException notFound() {
		return RefusalException.notFound("social-comment.not-found", "There is no such comment.");
	}

}
