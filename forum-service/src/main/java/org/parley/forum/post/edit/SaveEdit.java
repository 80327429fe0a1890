package org.parley.forum.post.edit;

import java.time.InstantSource;

import org.parley.contracts.PersonReference;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostAccess;
import org.parley.forum.post.Posts;
import org.parley.forum.post.event.PostEventPublisher;
import org.parley.forum.text.Excerpt;
import org.parley.forum.thread.Threads;

import org.springframework.stereotype.Component;

/** Saves the new content of posts. Part of a transaction. */
@Component
public class SaveEdit {

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

	/** Saves an edit and its revision, and publishes it. */
	void save(PostAccess.Writable writable, String content, RenderedContent rendered, PersonReference by) {
		var post = writable.post();
		post.edit(writable.writer(), content, rendered.rendered().html(), this.clock.instant())
			.ifPresent(this.posts::insertRevision);
		saveContent(post, rendered);
		this.events.publishEdited(post, writable.thread(), by);
	}

	/** Saves a post whose content was replaced, and the excerpt of its thread. */
	public void saveContent(Post post, RenderedContent rendered) {
		rendered.recordIn(post);
		this.posts.update(post);
		if (post.opensThread() && post.status().isShown()) {
			this.threads.updateExcerpt(post.threadId(), Excerpt.of(rendered.rendered().plainText()),
					post.firstMedium());
		}
	}

}
