package org.parley.forum.post.edit;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.Threads;

import org.springframework.stereotype.Component;

/** Numbers a reply, saves it and publishes it. Part of a transaction. */
@Component
class SaveReply {

	private final Threads threads;

	private final Posts posts;

	private final PostEventPublisher events;

	private final InstantSource clock;

	SaveReply(Threads threads, Posts posts, PostEventPublisher events, InstantSource clock) {
		this.threads = threads;
		this.posts = posts;
		this.events = events;
		this.clock = clock;
	}

	Post save(ForumThread thread, @Nullable Post parent, String content, RenderedContent rendered, String authorId) {
		var number = this.threads.takeNumber(thread.id());
		var post = Post.reply(thread.id(), number, authorId, parent, content, rendered.rendered().html(),
				this.clock.instant());
		post.recordQuotes(rendered.quotes());
		this.posts.insert(post);
		this.events.publishCreated(post, thread);
		return post;
	}

}
