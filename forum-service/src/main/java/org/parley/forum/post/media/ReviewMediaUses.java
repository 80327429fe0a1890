package org.parley.forum.post.media;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.MediaAudience;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.Threads;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/**
 * Publishes the media of posts again after their thread or category has changed. Each
 * event leads to a step that begins after its transaction. Of two concurrent changes, the
 * later step therefore sees both, and conflicts of the posts order the steps.
 */
@Component
class ReviewMediaUses {

	private static final int BATCH = 100;

	private final Posts posts;

	private final Threads threads;

	private final PostMediaUses uses;

	private final UnitOfWork unitOfWork;

	ReviewMediaUses(Posts posts, Threads threads, PostMediaUses uses, UnitOfWork unitOfWork) {
		this.posts = posts;
		this.threads = threads;
		this.uses = uses;
		this.unitOfWork = unitOfWork;
	}

	/** Corrects a published use if its post has other readers than it says. */
	void ofPost(String id, long version, MediaAudience published) {
		this.unitOfWork.run(() -> this.posts.find(id)
			.filter((post) -> Long.valueOf(version).equals(post.mediaVersion()) && !post.media().isEmpty())
			.ifPresent((post) -> this.threads.find(post.threadId())
				.map((thread) -> this.uses.currentAudience(post, thread))
				.filter((audience) -> audience != published)
				.ifPresent((audience) -> this.uses.publishAgain(post, audience))));
	}

	void ofThread(String id) {
		var next = Optional.<String>empty();
		do {
			next = ofThread(id, next.orElse(null));
		}
		while (next.isPresent());
	}

	void ofCategory(String id) {
		for (var listed : List.of(true, false)) {
			for (var batch = this.threads.idsIn(id, listed, "", BATCH); !batch.isEmpty(); batch = this.threads.idsIn(id,
					listed, batch.getLast(), BATCH)) {
				this.posts.threadsWithMedia(batch).forEach(this::ofThread);
			}
		}
	}

	/** Handles some posts of a thread, and returns the last one if there may be more. */
	private Optional<String> ofThread(String id, @Nullable String after) {
		return this.unitOfWork.run(() -> {
			var found = this.posts.withMediaIn(id, after, BATCH);
			this.threads.find(id)
				.ifPresent((thread) -> found
					.forEach((post) -> this.uses.publishAgain(post, this.uses.currentAudience(post, thread))));
			return (found.size() < BATCH) ? Optional.empty() : Optional.of(found.getLast()).map(Post::id);
		});
	}

}
