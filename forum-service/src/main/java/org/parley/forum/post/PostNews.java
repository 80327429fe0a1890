package org.parley.forum.post;

import org.jspecify.annotations.Nullable;
import org.parley.forum.counter.CounterJournal;
import org.parley.forum.counter.VoteTotals;
import org.parley.forum.member.Members;
import org.parley.forum.member.PersonReference;
import org.parley.forum.place.FormerPlace;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadNews;
import org.parley.forum.thread.ThreadReference;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells what became of posts: other services by events, the thread's counters by tallies,
 * this service by touches.
 */
@Component
public class PostNews {

	private final Posts posts;

	private final Members members;

	private final ThreadNews threads;

	private final CounterJournal counterJournal;

	private final ApplicationEventPublisher publisher;

	PostNews(Posts posts, Members members, ThreadNews threads, CounterJournal counterJournal,
			ApplicationEventPublisher publisher) {
		this.posts = posts;
		this.members = members;
		this.threads = threads;
		this.counterJournal = counterJournal;
		this.publisher = publisher;
	}

	void tellCreated(Post post, ForumThread thread) {
		this.counterJournal.replied(thread.counted(), post.createdAt(), post.authorId());
		this.publisher.publishEvent(new PostCreated(data(post), this.threads.reference(thread)));
		this.threads.touch(thread.id());
	}

	void tellEdited(Post post, ForumThread thread, PersonReference by) {
		this.publisher.publishEvent(new PostChanged("post.edited", data(post), this.threads.reference(thread), by));
		this.threads.touch(thread.id());
	}

	void tellRemoved(Post post, PostStatus before, ForumThread thread, PersonReference by) {
		count(post, before, thread);
		this.publisher.publishEvent(
				new PostRemoved(reference(post), this.threads.reference(thread), post.status(), post.version(), by));
		this.threads.touch(thread.id());
	}

	void tellRestored(Post post, PostStatus before, ForumThread thread, PersonReference by) {
		count(post, before, thread);
		this.publisher.publishEvent(new PostChanged("post.restored", data(post), this.threads.reference(thread), by));
		this.threads.touch(thread.id());
	}

	void tellJudged(Post post, PostStatus before, ForumThread thread, @Nullable PersonReference by) {
		count(post, before, thread);
		this.publisher
			.publishEvent(new PostStatusChanged(reference(post), this.threads.reference(thread), post.status(), before,
					post.moderation(), post.status().isShown() ? data(post) : null, by, post.version()));
		this.threads.touch(thread.id());
	}

	void tellMoved(Post post, FormerPlace left, ThreadReference from, ThreadReference to, PersonReference by) {
		this.publisher.publishEvent(new PostMoved(reference(post), to, from, left.number(), post.status(),
				post.status().isShown() ? data(post) : null, by, post.version()));
	}

	PostSnapshot snapshot(Post post, ForumThread thread, VoteTotals votes) {
		var state = new PostSnapshot.State(post.id(), post.number(), author(post), parent(post), post.depth(),
				post.isGone() ? null : post.content(), post.isGone() ? null : post.html(), post.status(),
				post.createdAt(), post.editedAt(), post.version());
		return new PostSnapshot(state, this.threads.reference(thread), votes);
	}

	private void count(Post post, PostStatus before, ForumThread thread) {
		var difference = post.repliesSince(before);
		if (difference != 0 && !post.opensThread()) {
			this.counterJournal.replies(thread.counted(), difference);
		}
	}

	/** A post as events tell of it. */
	public PostData data(Post post) {
		return PostData.of(post, author(post), parent(post));
	}

	private @Nullable PostReference parent(Post post) {
		var id = post.replyTo();
		return (id != null) ? this.posts.find(id).map(this::reference).orElse(null) : null;
	}

	/** A post as events name it. */
	public PostReference reference(Post post) {
		return new PostReference(post.id(), post.number(), author(post));
	}

	private PersonReference author(Post post) {
		return this.members.author(post.authorId()).signature();
	}

}
