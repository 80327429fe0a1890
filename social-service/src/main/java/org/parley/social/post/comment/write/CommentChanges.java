package org.parley.social.post.comment.write;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.social.post.SocialPost;
import org.parley.social.post.SocialPostAccess;
import org.parley.social.post.SocialPosts;
import org.parley.social.post.comment.SocialComment;
import org.parley.social.post.comment.SocialComments;
import org.parley.social.post.event.SocialPostEventPublisher;

import org.springframework.stereotype.Component;

/** Writes comments with the count of their post and the event. Part of a transaction. */
@Component
public class CommentChanges {

	private final SocialComments comments;

	private final SocialPosts posts;

	private final SocialPostEventPublisher events;

	CommentChanges(SocialComments comments, SocialPosts posts, SocialPostEventPublisher events) {
		this.comments = comments;
		this.posts = posts;
		this.events = events;
	}

	SocialPost insert(SocialComment comment, @Nullable SocialComment answered) {
		this.comments.insert(comment);
		var post = this.posts.countComment(comment.postId(), 1).orElseThrow(SocialPostAccess::notFound);
		this.events.publishCommented(comment, post, (answered != null) ? answered.authorId() : null);
		return post;
	}

	void edit(SocialComment before, SocialComment after, SocialPost post) {
		this.comments.update(before, after);
		this.events.publishEdited(after, post);
	}

	/** Shows a comment again that moderation has hidden. */
	public void restore(SocialComment before, SocialComment after) {
		this.comments.update(before, after);
		this.posts.countComment(before.postId(), 1)
			.ifPresent((post) -> this.events.publishRestored(after, post, answered(after)));
	}

	/** Replaces the text of a comment as moderation has decided, and shows it. */
	public void correct(SocialComment before, SocialComment after) {
		if (!before.isActive()) {
			restore(before, after);
			return;
		}
		this.comments.update(before, after);
		this.posts.find(before.postId()).ifPresent((post) -> this.events.publishRestored(after, post, answered(after)));
	}

	/** The author of the comment that a comment answers. */
	private @Nullable String answered(SocialComment comment) {
		return Optional.ofNullable(comment.replyTo())
			.flatMap(this.comments::find)
			.map(SocialComment::authorId)
			.orElse(null);
	}

	/** Replaces a comment by one that is no longer shown. */
	public void remove(SocialComment before, SocialComment after) {
		this.comments.update(before, after);
		var post = before.isActive() ? this.posts.countComment(before.postId(), -1) : this.posts.find(before.postId());
		post.ifPresent((found) -> this.events.publishRemoved(after, found));
	}

}
