package org.parley.forum.post.moderation;

import java.time.Instant;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.parley.platform.text.markdown.Markdown;
import org.parley.forum.member.PersonReference;
import org.parley.forum.post.ModeratorRuling;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostStatus;
import org.parley.forum.post.Posts;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.forum.text.Excerpt;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.moderation.HideThread;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Applies verdicts and decisions of moderation to a post. */
@Component
class ApplyVerdict {

	private final Posts posts;

	private final Threads threads;

	private final HideThread hideThread;

	private final PostEventPublisher events;

	private final Markdown markdown;

	private final UnitOfWork unitOfWork;

	ApplyVerdict(Posts posts, Threads threads, HideThread hideThread, PostEventPublisher events, Markdown markdown,
			UnitOfWork unitOfWork) {
		this.posts = posts;
		this.threads = threads;
		this.hideThread = hideThread;
		this.events = events;
		this.markdown = markdown;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Applies the verdict of an automated check. A clean verdict on a visible post is
	 * recorded, but changes nothing for anybody and publishes nothing.
	 */
	void applyVerdict(String postId, PostStatus verdict, long contentVersion, Instant at) {
		if (verdict == PostStatus.ACTIVE && this.posts.markClean(postId, contentVersion, at)) {
			return;
		}
		change(postId, null, (post) -> post.applyVerdict(verdict, contentVersion, at));
	}

	/** Applies the decision of a moderator. */
	void applyRuling(String postId, ModeratorRuling ruling, long contentVersion, PersonReference by, Instant at) {
		change(postId, by, (post) -> post.applyRuling(ruling, contentVersion, at));
	}

	/** Undoes the decision of a moderator. */
	void reverseRuling(String postId, ModeratorRuling reversed, long contentVersion, PersonReference by, Instant at) {
		change(postId, by, (post) -> post.reverseRuling(reversed, contentVersion, at));
	}

	private void change(String postId, @Nullable PersonReference by, Predicate<Post> change) {
		this.unitOfWork.run(() -> {
			this.posts.find(postId).ifPresent((post) -> change(post, by, change));
			return postId;
		});
	}

	private void change(Post post, @Nullable PersonReference by, Predicate<Post> change) {
		var before = post.status();
		var read = post.version();
		var changed = change.test(post);
		this.posts.update(post, read);
		if (!changed) {
			return;
		}
		var thread = this.threads.find(post.threadId())
			.orElseThrow(() -> new IllegalStateException("The post has no thread"));
		this.events.publishStatusChanged(post, before, thread, by);
		if (post.opensThread() && post.status().isShown() != before.isShown()) {
			adaptThread(post, thread, by);
		}
	}

	/** A hidden opening post hides its thread and the thread's excerpt. */
	private void adaptThread(Post post, ForumThread thread, @Nullable PersonReference by) {
		if (post.status().isShown()) {
			this.threads.updateExcerpt(thread.id(), Excerpt.of(this.markdown.plainText(post.content())));
			this.hideThread.unhide(thread, by);
		}
		else {
			this.threads.updateExcerpt(thread.id(), "");
			this.hideThread.hide(thread, by);
		}
	}

}
