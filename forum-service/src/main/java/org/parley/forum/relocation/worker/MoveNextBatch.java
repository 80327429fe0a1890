package org.parley.forum.relocation.worker;

import java.util.List;

import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.relocation.ThreadRelocation;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.moderation.CloseThread;

import org.springframework.stereotype.Component;

/**
 * Moves the next batch of posts, or completes the relocation if none is left. Part of a
 * transaction.
 */
@Component
class MoveNextBatch {

	private static final int BATCH = 20;

	private final Threads threads;

	private final Posts posts;

	private final MovePosts movePosts;

	private final CreateSplitThread createSplitThread;

	private final CompleteRelocation completeRelocation;

	private final CloseThread closeThread;

	MoveNextBatch(Threads threads, Posts posts, MovePosts movePosts, CreateSplitThread createSplitThread,
			CompleteRelocation completeRelocation, CloseThread closeThread) {
		this.threads = threads;
		this.posts = posts;
		this.movePosts = movePosts;
		this.createSplitThread = createSplitThread;
		this.completeRelocation = completeRelocation;
		this.closeThread = closeThread;
	}

	void move(ThreadRelocation relocation) {
		var source = this.threads.find(relocation.sourceId())
			.orElseThrow(() -> new IllegalStateException("The source thread does not exist"));
		var batch = nextBatch(relocation);
		if (batch.isEmpty()) {
			this.completeRelocation.complete(relocation, source);
			relocation.beginFinishing();
			return;
		}
		var last = batch.getLast().number(); // moving gives each post another number
		move(batch, relocation, source);
		var ids = batch.stream().map(Post::id).toList();
		detachRemainingReplies(relocation, source, ids);
		relocation.recordMoved(ids, last);
	}

	private void move(List<Post> batch, ThreadRelocation relocation, ForumThread source) {
		var existing = this.threads.find(relocation.targetId());
		var target = existing.orElseGet(() -> this.createSplitThread.create(relocation, source, batch));
		var first = existing.isPresent() ? this.threads.takeNumbers(target.id(), batch.size()) - batch.size() + 1 : 1;
		this.movePosts.move(batch, source, target, first, relocation.by());
		batch.forEach((moved) -> this.closeThread.unlock(source, moved.id(), relocation.by()));
	}

	private List<Post> nextBatch(ThreadRelocation relocation) {
		var chosen = chosenPosts(relocation);
		return chosen.isEmpty() ? this.posts.following(relocation.sourceId(), relocation.reached(), BATCH)
				: this.posts.following(relocation.sourceId(), relocation.reached(), chosen, BATCH);
	}

	/** Without a choice all later posts are moved, so no reply remains. */
	private void detachRemainingReplies(ThreadRelocation relocation, ForumThread source, List<String> moved) {
		var chosen = chosenPosts(relocation);
		if (!chosen.isEmpty()) {
			this.posts.detachReplies(source.id(), moved, chosen);
		}
	}

	private static List<String> chosenPosts(ThreadRelocation relocation) {
		var part = relocation.part();
		return (part != null) ? part.posts() : List.of();
	}

}
