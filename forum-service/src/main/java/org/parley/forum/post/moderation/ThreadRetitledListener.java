package org.parley.forum.post.moderation;

import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.event.ThreadRetitled;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends a moderator's decision about the opening post, which is checked with the title.
 */
@Component
class ThreadRetitledListener {

	private final Posts posts;

	ThreadRetitledListener(Posts posts) {
		this.posts = posts;
	}

	@EventListener
	void on(ThreadRetitled thread) {
		this.posts.opening(thread.threadId()).filter(Post::isDecided).ifPresent((post) -> {
			post.awaitVerdict();
			this.posts.update(post, post.version());
		});
	}

}
