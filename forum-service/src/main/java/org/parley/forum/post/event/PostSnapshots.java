package org.parley.forum.post.event;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.VoteTotals;
import org.parley.contracts.forum.post.PostSnapshot;
import org.parley.forum.counter.CounterTarget;
import org.parley.forum.counter.VoteTotalsStore;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.platform.messaging.snapshot.Snapshot;

import org.springframework.stereotype.Component;

/** Publishes the current state of all posts. */
@Component
class PostSnapshots implements Snapshot {

	private final Posts posts;

	private final PostEventPublisher events;

	private final Threads threads;

	private final VoteTotalsStore voteTotalsStore;

	PostSnapshots(Posts posts, PostEventPublisher events, Threads threads, VoteTotalsStore voteTotalsStore) {
		this.posts = posts;
		this.events = events;
		this.threads = threads;
		this.voteTotalsStore = voteTotalsStore;
	}

	@Override
	public String type() {
		return "post.snapshot";
	}

	@Override
	public List<PostSnapshot> after(@Nullable String id, int limit) {
		var page = this.posts.after(id, limit);
		var votes = this.voteTotalsStore.find(CounterTarget.Kind.POST, page.stream().map(Post::id).toList());
		return page.stream()
			.map((post) -> this.events.snapshot(post, thread(post), votes.getOrDefault(post.id(), VoteTotals.NONE)))
			.toList();
	}

	private ForumThread thread(Post post) {
		return this.threads.find(post.threadId())
			.orElseThrow(() -> new IllegalStateException("The post has no thread"));
	}

}
