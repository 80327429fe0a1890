package org.parley.forum.post.event;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.PostData;
import org.parley.contracts.forum.PostReference;
import org.parley.contracts.forum.PostStatus;
import org.parley.contracts.forum.ThreadReference;
import org.parley.contracts.forum.VoteTotals;
import org.parley.contracts.forum.post.PostChanged;
import org.parley.contracts.forum.post.PostCreated;
import org.parley.contracts.forum.post.PostMoved;
import org.parley.contracts.forum.post.PostRemoved;
import org.parley.contracts.forum.post.PostSnapshot;
import org.parley.contracts.forum.post.PostStatusChanged;
import org.parley.contracts.forum.thread.AnswerChanged;
import org.parley.forum.counter.CounterJournal;
import org.parley.forum.member.Members;
import org.parley.forum.place.FormerPlace;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.post.media.PostMediaUses;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.event.ThreadEventPublisher;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Publishes the changes of posts: as events for other services, as counter changes, and
 * as {@code ThreadsTouched} for this service.
 */
@Component
public class PostEventPublisher {

	private final Posts posts;

	private final Members members;

	private final ThreadEventPublisher threadEvents;

	private final CounterJournal counterJournal;

	private final PostMediaUses mediaUses;

	private final ApplicationEventPublisher publisher;

	PostEventPublisher(Posts posts, Members members, ThreadEventPublisher threadEvents, CounterJournal counterJournal,
			PostMediaUses mediaUses, ApplicationEventPublisher publisher) {
		this.posts = posts;
		this.members = members;
		this.threadEvents = threadEvents;
		this.counterJournal = counterJournal;
		this.mediaUses = mediaUses;
		this.publisher = publisher;
	}

	public void publishCreated(Post post, @Nullable Post parent, ForumThread thread, PersonReference author) {
		this.counterJournal.recordReply(thread.counterTarget(), post.createdAt(), post.authorId());
		var data = data(post, author, (parent != null) ? reference(parent) : null);
		this.publisher.publishEvent(new PostCreated(data, this.threadEvents.reference(thread)));
		this.mediaUses.publishNew(post, thread);
		this.threadEvents.touch(thread.id());
	}

	public PostData publishOpening(Post post, ForumThread thread, PersonReference author) {
		this.mediaUses.publishNew(post, thread);
		return data(post, author, null);
	}

	public void publishEdited(Post post, ForumThread thread, PersonReference by) {
		publish("post.edited", post, thread, by, null);
	}

	/** Publishes that a moderator's decision, or its reversal, replaced the content. */
	public void publishCorrected(Post post, ForumThread thread, PersonReference by) {
		publish("post.edited", post, thread, by, true);
	}

	public void publishRemoved(Post post, PostStatus before, ForumThread thread, PersonReference by) {
		countReplies(post, before, thread);
		this.publisher.publishEvent(new PostRemoved(reference(post), this.threadEvents.reference(thread), post.status(),
				post.version(), by));
		this.mediaUses.publishChanged(post, thread);
		this.threadEvents.touch(thread.id());
	}

	public void publishRestored(Post post, PostStatus before, ForumThread thread, PersonReference by) {
		countReplies(post, before, thread);
		publish("post.restored", post, thread, by, null);
	}

	private void publish(String type, Post post, ForumThread thread, PersonReference by, @Nullable Boolean decided) {
		this.publisher
			.publishEvent(new PostChanged(type, data(post), this.threadEvents.reference(thread), by, decided));
		this.mediaUses.publishChanged(post, thread);
		this.threadEvents.touch(thread.id());
	}

	public void publishStatusChanged(Post post, PostStatus before, ForumThread thread, @Nullable PersonReference by) {
		countReplies(post, before, thread);
		this.publisher
			.publishEvent(new PostStatusChanged(reference(post), this.threadEvents.reference(thread), post.status(),
					before, moderation(post), post.status().isShown() ? data(post) : null, by, post.version()));
		this.mediaUses.publishChanged(post, thread);
		this.threadEvents.touch(thread.id());
	}

	public void publishMoved(Post post, FormerPlace left, ThreadReference from, ForumThread to, PersonReference by) {
		this.publisher.publishEvent(new PostMoved(reference(post), this.threadEvents.reference(to), from, left.number(),
				post.status(), post.status().isShown() ? data(post) : null, by, post.version()));
		this.mediaUses.publishChanged(post, to);
	}

	/** Publishes that a reply is the answer of a thread, or no longer is. */
	public void publishAnswer(String type, ForumThread thread, Post answer, PersonReference by) {
		this.publisher.publishEvent(new AnswerChanged(type, this.threadEvents.data(thread), reference(answer), by));
		this.threadEvents.touch(thread.id());
	}

	PostSnapshot snapshot(Post post, ForumThread thread, VoteTotals votes) {
		var state = new PostSnapshot.State(post.id(), post.number(), author(post), parent(post), post.depth(),
				post.isGone() ? null : post.content(), post.isGone() ? null : post.html(), post.status(),
				post.createdAt(), post.editedAt(), post.version());
		return new PostSnapshot(state, this.threadEvents.reference(thread), votes);
	}

	private void countReplies(Post post, PostStatus before, ForumThread thread) {
		if (post.opensThread() || post.status().isShown() == before.isShown()) {
			return;
		}
		if (before.isShown()) {
			this.counterJournal.recordHiddenReplies(thread.counterTarget(), 1);
		}
		else {
			this.counterJournal.recordReply(thread.counterTarget(), post.createdAt(), post.authorId());
		}
	}

	/** The post as events contain it. */
	public PostData data(Post post) {
		return data(post, author(post), parent(post));
	}

	private PostData data(Post post, PersonReference author, @Nullable PostReference parent) {
		return new PostData(post.id(), post.number(), author, parent, post.content(), post.html(), post.status(),
				post.createdAt(), post.editedAt(), post.version(), post.quotes(), post.mentions(),
				this.mediaUses.attached(post));
	}

	private static @Nullable String moderation(Post post) {
		var moderation = post.moderation();
		return (moderation != null) ? moderation.json() : null;
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
