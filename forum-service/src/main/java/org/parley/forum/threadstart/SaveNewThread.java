package org.parley.forum.threadstart;

import java.time.InstantSource;

import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.thread.ThreadCreated;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.post.edit.RenderedContent;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.forum.text.Excerpt;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;
import org.parley.forum.thread.event.ThreadEventPublisher;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Saves a new thread and its opening post and publishes them. Part of a transaction. */
@Component
public class SaveNewThread {

	private final Threads threads;

	private final Posts posts;

	private final ThreadEventPublisher events;

	private final PostEventPublisher postEvents;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	SaveNewThread(Threads threads, Posts posts, ThreadEventPublisher events, PostEventPublisher postEvents,
			ApplicationEventPublisher publisher, InstantSource clock) {
		this.threads = threads;
		this.posts = posts;
		this.events = events;
		this.postEvents = postEvents;
		this.publisher = publisher;
		this.clock = clock;
	}

	public ForumThread save(String categoryId, NewThreadRequest request, RenderedContent content,
			PersonReference author) {
		var now = this.clock.instant();
		var thread = ForumThread.start(categoryId, author.id(), request.title(), request.distinctTags(),
				Excerpt.of(content.rendered().plainText()), now);
		var post = Post.opening(thread.id(), author.id(), request.content(), content.rendered().html(), now);
		content.recordIn(post);
		thread.showPicture(post.firstMedium());
		this.threads.insert(thread);
		this.posts.insert(post);
		this.publisher.publishEvent(
				new ThreadCreated(this.events.data(thread), this.postEvents.publishOpening(post, thread, author)));
		this.events.touch(thread.id());
		return thread;
	}

}
