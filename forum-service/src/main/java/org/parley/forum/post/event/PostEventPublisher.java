package org.parley.forum.post.event;

import org.jspecify.annotations.Nullable;
import org.parley.forum.counter.CounterJournal;
import org.parley.forum.counter.VoteTotals;
import org.parley.forum.member.Members;
import org.parley.forum.member.PersonReference;
import org.parley.forum.place.FormerPlace;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostStatus;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.event.ThreadEventPublisher;
import org.parley.forum.thread.event.ThreadReference;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Publishes the changes of posts: as events for other services, as counter changes, and
 * as {@code ThreadTouched} for this service.
 */
@Component
public class PostEventPublisher {

	private final Posts posts;

	private final Members members;

	private final ThreadEventPublisher threadEvents;

	private final CounterJournal counterJournal;

	private final ApplicationEventPublisher publisher;

	PostEventPublisher(Posts posts, Members members, ThreadEventPublisher threadEvents, CounterJournal counterJournal,
			ApplicationEventPublisher publisher) {
		this.posts = posts;
		this.members = members;
		this.threadEvents = threadEvents;
		this.counterJournal = counterJournal;
		this.publisher = publisher;
	}

	public void publishCreated(Post post, @Nullable Post parent, ForumThread thread, PersonReference author) {
		this.counterJournal.recordReply(thread.counterTarget(), post.createdAt(), post.authorId());
		var data = PostData.of(post, author, (parent != null) ? reference(parent) : null);
		this.publisher.publishEvent(new PostCreated(data, this.threadEvents.reference(thread)));
		this.threadEvents.touch(thread.id());
	}

	public void publishEdited(Post post, ForumThread thread, PersonReference by) {
		this.publisher
			.publishEvent(new PostChanged("post.edited", data(post), this.threadEvents.reference(thread), by));
		this.threadEvents.touch(thread.id());
	}

	public void publishRemoved(Post post, PostStatus before, ForumThread thread, PersonReference by) {
		countReplies(post, before, thread);
		this.publisher.publishEvent(new PostRemoved(reference(post), this.threadEvents.reference(thread), post.status(),
				post.version(), by));
		this.threadEvents.touch(thread.id());
	}

	public void publishRestored(Post post, PostStatus before, ForumThread thread, PersonReference by) {
		countReplies(post, before, thread);
		this.publisher
			.publishEvent(new PostChanged("post.restored", data(post), this.threadEvents.reference(thread), by));
		this.threadEvents.touch(thread.id());
	}

	public void publishStatusChanged(Post post, PostStatus before, ForumThread thread, @Nullable PersonReference by) {
		countReplies(post, before, thread);
		this.publisher
			.publishEvent(new PostStatusChanged(reference(post), this.threadEvents.reference(thread), post.status(),
					before, post.moderation(), post.status().isShown() ? data(post) : null, by, post.version()));
		this.threadEvents.touch(thread.id());
	}

	public void publishMoved(Post post, FormerPlace left, ThreadReference from, ThreadReference to,
			PersonReference by) {
		this.publisher.publishEvent(new PostMoved(reference(post), to, from, left.number(), post.status(),
				post.status().isShown() ? data(post) : null, by, post.version()));
	}

	PostSnapshot snapshot(Post post, ForumThread thread, VoteTotals votes) {
		var state = new PostSnapshot.State(post.id(), post.number(), author(post), parent(post), post.depth(),
				post.isGone() ? null : post.content(), post.isGone() ? null : post.html(), post.status(),
				post.createdAt(), post.editedAt(), post.version());
		return new PostSnapshot(state, this.threadEvents.reference(thread), votes);
	}

	private void countReplies(Post post, PostStatus before, ForumThread thread) {
		var difference = post.replyCountChangeSince(before);
		if (difference != 0 && !post.opensThread()) {
			this.counterJournal.recordReplies(thread.counterTarget(), difference);
		}
	}

	/** The post as events contain it. */
	public PostData data(Post post) {
		return PostData.of(post, author(post), parent(post));
	}

	private @Nullable PostReference parent(Post post) {
		var id = post.replyTo();
		return (id != null) ? this.posts.find(id).map(this::reference).orElse(null) : null;
	}

	/** The post as events refer to it. */
	public PostReference reference(Post post) {
		return new PostReference(post.id(), post.number(), author(post));
	}

	private PersonReference author(Post post) {
		return this.members.author(post.authorId()).signature();
	}

}
