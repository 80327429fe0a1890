package org.parley.social.post.verdict;

import java.time.Instant;
import java.util.Optional;

import org.parley.contracts.moderation.ContentReference;
import org.parley.contracts.moderation.ContentReference.SocialContent;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.social.post.SocialPost;
import org.parley.social.post.SocialPosts;
import org.parley.social.post.SocialTextRenderer;
import org.parley.social.post.comment.SocialComment;
import org.parley.social.post.comment.SocialComments;
import org.parley.social.post.comment.write.CommentChanges;
import org.parley.social.post.event.SocialPostEventPublisher;

import org.springframework.stereotype.Component;

/** Finds posts and comments by id and changes their status, within a transaction. */
@Component
class RuledContent {

	private final SocialPosts posts;

	private final SocialComments comments;

	private final CommentChanges commentChanges;

	private final SocialPostEventPublisher events;

	private final SocialTextRenderer renderer;

	RuledContent(SocialPosts posts, SocialComments comments, CommentChanges commentChanges,
			SocialPostEventPublisher events, SocialTextRenderer renderer) {
		this.renderer = renderer;
		this.posts = posts;
		this.comments = comments;
		this.commentChanges = commentChanges;
		this.events = events;
	}

	/** Finds a post or comment that its author has not deleted. */
	Optional<Content> find(ContentReference subject) {
		var id = subject.id();
		var isPost = subject instanceof SocialContent social && social.content().kind().equals("post");
		var found = isPost ? this.posts.find(id).map((post) -> of(post))
				: this.comments.find(id).map((comment) -> of(comment));
		return found.filter((content) -> content.status() != SocialPostStatus.DELETED);
	}

	private Content of(SocialPost post) {
		return new Content(post.id(), post.status(), post.version(), (status) -> change(post, post.with(status)),
				(text, at) -> correct(post, post.corrected(this.renderer.render(text), at)));
	}

	private Content of(SocialComment comment) {
		return new Content(comment.id(), comment.status(), comment.version(),
				(status) -> change(comment, comment.with(status)),
				(text, at) -> this.commentChanges.correct(comment, comment.corrected(this.renderer.render(text), at)));
	}

	private void correct(SocialPost before, SocialPost after) {
		this.posts.update(before, after);
		this.events.publishCorrected(before, after);
	}

	private void change(SocialPost before, SocialPost after) {
		this.posts.update(before, after);
		if (after.isActive()) {
			this.events.publishEdited(before, after);
		}
		else if (before.isActive()) {
			this.events.publishRemoved(after);
		}
	}

	private void change(SocialComment before, SocialComment after) {
		if (after.isActive()) {
			this.commentChanges.restore(before, after);
		}
		else {
			this.commentChanges.remove(before, after);
		}
	}

	/**
	 * A post or comment.
	 *
	 * @param correction replaces the text and shows it
	 */
	record Content(String id, SocialPostStatus status, long version, StatusChange change, TextChange correction) {
	}

	/** Replaces the text of a post or comment and shows it. */
	@FunctionalInterface
	interface TextChange {

		void to(String text, Instant at);

	}

	/** Changes the status of a post or comment. */
	@FunctionalInterface
	interface StatusChange {

		void to(SocialPostStatus status);

	}

}
