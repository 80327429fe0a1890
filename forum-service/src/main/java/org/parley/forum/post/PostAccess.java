package org.parley.forum.post;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	/** Those of the posts that an audience may see, with their threads, by id. */
	public Map<String, Placed> visible(Collection<String> ids, Audience audience) {
		var found = this.posts.find(ids);
		var open = this.threads.visible(found.stream().map(Post::threadId).distinct().toList(), audience);
		return found.stream()
			.flatMap((post) -> Stream.ofNullable(open.get(post.threadId())).map((thread) -> new Placed(post, thread)))
			.collect(Collectors.toUnmodifiableMap((placed) -> placed.post().id(), Function.identity()));
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
