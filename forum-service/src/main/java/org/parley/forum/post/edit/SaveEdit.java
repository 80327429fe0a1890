package org.parley.forum.post.edit;

import java.time.InstantSource;

import org.parley.contracts.PersonReference;
import org.parley.forum.post.PostAccess;
import org.parley.forum.post.Posts;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.forum.text.Excerpt;
import org.parley.forum.thread.Threads;

import org.springframework.stereotype.Component;

/** Saves an edit, its revision and the thread's excerpt. Part of a transaction. */
@Component
class SaveEdit {

	private final Posts posts;

	private final Threads threads;

	private final PostEventPublisher events;

	private final InstantSource clock;

	SaveEdit(Posts posts, Threads threads, PostEventPublisher events, InstantSource clock) {
		this.posts = posts;
		this.threads = threads;
		this.events = events;
		this.clock = clock;
	}

	void save(PostAccess.Writable writable, String content, RenderedContent rendered, PersonReference by) {
		var post = writable.post();
		post.edit(writable.writer(), content, rendered.rendered().html(), this.clock.instant())
			.ifPresent(this.posts::insertRevision);
		rendered.recordIn(post);
		this.posts.update(post);
		if (post.opensThread() && post.status().isShown()) {
			this.threads.updateExcerpt(post.threadId(), Excerpt.of(rendered.rendered().plainText()),
					post.firstMedium());
		}
		this.events.publishEdited(post, writable.thread(), by);
	}

}
