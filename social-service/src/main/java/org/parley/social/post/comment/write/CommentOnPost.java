package org.parley.social.post.comment.write;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.StripedLocks;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.markdown.VisibleMarkdown;
import org.parley.social.person.SocialPeople;
import org.parley.social.post.SocialPostAccess;
import org.parley.social.post.SocialTextRenderer;
import org.parley.social.post.comment.SocialComment;
import org.parley.social.post.comment.SocialCommentAccess;
import org.parley.social.post.comment.VisibleComment;

import org.springframework.stereotype.Component;

/** Comments on a post. */
@Component
class CommentOnPost {

	private final SocialPeople people;

	private final SocialPostAccess access;

	private final SocialCommentAccess comments;

	private final CommentChanges changes;

	private final SocialTextRenderer renderer;

	private final StripedLocks locks;

	CommentOnPost(SocialPeople people, SocialPostAccess access, SocialCommentAccess comments, CommentChanges changes,
			SocialTextRenderer renderer, StripedLocks locks) {
		this.people = people;
		this.access = access;
		this.comments = comments;
		this.changes = changes;
		this.renderer = renderer;
		this.locks = locks;
	}

	VisibleComment comment(String postId, SocialCommentRequest request, Caller caller) {
		this.access.require(postId, caller);
		this.people.requireWriter(caller);
		var text = this.renderer.render(request.text());
		return this.locks.runAlone(postId, () -> {
			var found = this.access.require(postId, caller);
			found.post().requireShown();
			var answered = answered(postId, request.replyTo(), caller);
			var comment = SocialComment.of(postId, caller.id(), (answered != null) ? answered.top() : null, text,
					this.renderer.now());
			var post = this.changes.insert(comment, answered);
			return new VisibleComment(comment, post, found.reader());
		});
	}

	private @Nullable SocialComment answered(String postId, @Nullable String replyTo, Caller caller) {
		if (replyTo == null) {
			return null;
		}
		try {
			var found = this.comments.require(replyTo, caller).comment();
			if (found.postId().equals(postId)) {
				return found;
			}
		}
		catch (RefusalException ex) {
			throw noComment(ex);
		}
		throw noComment(null);
	}

	private static RefusalException noComment(@Nullable Throwable cause) {
		var problem = RefusalException.unprocessable("replyTo", "social-comment.not-found",
				"is not a comment on this post");
		if (cause != null) {
			problem.initCause(cause);
		}
		return problem;
	}

	/**
	 * A request to comment on a post.
	 *
	 * @param text the text in Markdown
	 * @param replyTo the id of the comment to answer; an answer to an answer hangs on the
	 * first comment
	 */
	record SocialCommentRequest(@NotNull @VisibleMarkdown @StorableText(min = 1, max = 5_000, lines = true) String text,
			@StorableText(min = 1, max = 50) @Nullable String replyTo) {
	}

}
