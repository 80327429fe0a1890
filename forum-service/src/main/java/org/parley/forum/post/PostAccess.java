package org.parley.forum.post;

import org.parley.forum.category.Audience;
import org.parley.forum.category.Writer;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;

import org.springframework.stereotype.Component;

/** Who may see a post: whoever may see its thread. */
@Component
public class PostAccess {

	private final Posts posts;

	private final ThreadAccess threads;

	PostAccess(Posts posts, ThreadAccess threads) {
		this.posts = posts;
		this.threads = threads;
	}

	/**
	 * A post that an audience may see, with its thread.
	 * @throws PostNotFoundException when there is none, or none for this audience
	 */
	public Placed visible(String id, Audience audience) {
		var post = this.posts.find(id).orElseThrow(PostNotFoundException::new);
		return new Placed(post, this.threads.find(post.threadId(), audience).orElseThrow(PostNotFoundException::new));
	}

	/**
	 * A post that a writer may see, in a thread whose status lets them write.
	 * @throws org.parley.platform.web.problem.ProblemException 409 when the thread is
	 * locked or archived
	 */
	Placed writable(String id, Writer writer) {
		var placed = visible(id, writer.audience());
		placed.thread().requireWritableBy(writer);
		return placed;
	}

	/**
	 * A post where it is.
	 *
	 * @param post the post
	 * @param thread its thread
	 */
	public record Placed(Post post, ForumThread thread) {
	}

}
