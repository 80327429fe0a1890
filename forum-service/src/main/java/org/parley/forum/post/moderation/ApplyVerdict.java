package org.parley.forum.post.moderation;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.PostStatus;
import org.parley.contracts.moderation.Decision;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.post.edit.AdaptThread;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.moderation.CloseThread;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Applies verdicts and decisions of moderation to a post. */
@Component
class ApplyVerdict {

	private final Posts posts;

	private final Threads threads;

	private final CloseThread closeThread;

	private final AdaptThread adaptThread;

	private final PostEventPublisher events;

	private final UnitOfWork unitOfWork;

	ApplyVerdict(Posts posts, Threads threads, CloseThread closeThread, AdaptThread adaptThread,
			PostEventPublisher events, UnitOfWork unitOfWork) {
		this.posts = posts;
		this.threads = threads;
		this.closeThread = closeThread;
		this.adaptThread = adaptThread;
		this.events = events;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Applies the verdict of an automated check. A clean verdict on a visible post is
	 * recorded; that on an edited one also opens the thread if a rule had locked it
	 * because of an earlier text.
	 */
	void applyVerdict(String postId, PostStatus verdict, long contentVersion, boolean locks, Instant at) {
		if (verdict == PostStatus.ACTIVE && this.posts.markClean(postId, contentVersion, at)) {
			if (contentVersion > 0) {
				change(postId, this::unlockUndecided);
			}
			return;
		}
		change(postId, (post) -> {
			if (change(post, null, (judged) -> judged.applyVerdict(verdict, contentVersion, at)) && !post.isDecided()) {
				adaptLock(post, locks);
			}
		});
	}

	/**
	 * Applies the decision of a moderator. A dismissal opens a thread that a rule locked,
	 * and so does the removal of the post that caused the lock.
	 */
	void applyRuling(String postId, Decision ruling, long contentVersion, PersonReference by, Instant at) {
		change(postId, (post) -> {
			change(post, by, (ruled) -> ruled.applyRuling(ruling, contentVersion, at));
			switch (ruling) {
				case DISMISS, REMOVE, BAN -> unlock(post, by);
				case WARN, EDIT, HIDE -> {
				}
			}
		});
	}

	/** Undoes the decision of a moderator. */
	void reverseRuling(String postId, Decision reversed, long contentVersion, PersonReference by, Instant at) {
		change(postId, (post) -> {
			change(post, by, (ruled) -> ruled.reverseRuling(reversed, contentVersion, at));
			unlock(post, by);
		});
	}

	/** Opens the thread of a post if a rule locked it because of the post. */
	void unlockThread(String postId, PersonReference by) {
		change(postId, (post) -> unlock(post, by));
	}

	private void change(String postId, Consumer<Post> change) {
		this.unitOfWork.run(() -> this.posts.find(postId).ifPresent(change));
	}

	private void unlockUndecided(Post post) {
		if (!post.isDecided()) {
			unlock(post, null);
		}
	}

	private void adaptLock(Post post, boolean locks) {
		if (locks) {
			this.threads.find(post.threadId()).ifPresent((thread) -> this.closeThread.lock(thread, post.id()));
		}
		else {
			unlock(post, null);
		}
	}

	private void unlock(Post post, @Nullable PersonReference by) {
		this.threads.find(post.threadId()).ifPresent((thread) -> this.closeThread.unlock(thread, post.id(), by));
	}

	private boolean change(Post post, @Nullable PersonReference by, Predicate<Post> change) {
		var before = post.status();
		var read = post.version();
		var changed = change.test(post);
		this.posts.update(post, read);
		if (!changed) {
			return false;
		}
		var thread = this.threads.find(post.threadId())
			.orElseThrow(() -> new IllegalStateException("The post has no thread"));
		this.events.publishStatusChanged(post, before, thread, by);
		this.adaptThread.adapt(post, before, thread, by);
		return true;
	}

}
