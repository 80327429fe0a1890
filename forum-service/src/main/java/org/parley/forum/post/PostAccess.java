package org.parley.forum.post;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.security.category.Audience;
import org.parley.platform.security.category.Rights;

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
	 * A post that may be seen with these rights, with its thread.
	 * @throws PostNotFoundException when there is none, or none for these rights
	 */
	public Placed visible(String id, Rights rights) {
		var post = this.posts.find(id).orElseThrow(PostNotFoundException::new);
		return new Placed(post, this.threads.find(post.threadId(), rights).orElseThrow(PostNotFoundException::new));
	}

	/**
	 * Those of the posts that may be seen with these rights, with their threads, by id.
	 */
	public Map<String, Placed> visible(Collection<String> ids, Rights rights) {
		var found = this.posts.find(ids);
		var open = this.threads.visible(found.stream().map(Post::threadId).distinct().toList(), rights);
		return found.stream()
			.flatMap((post) -> Stream.ofNullable(open.get(post.threadId())).map((thread) -> new Placed(post, thread)))
			.collect(Collectors.toUnmodifiableMap((placed) -> placed.post().id(), Function.identity()));
	}

	/**
	 * A post that a writer may see, in a thread whose status lets them write.
	 * @throws org.parley.platform.web.problem.ProblemException 409 when the thread is
	 * locked or archived
	 */
	Writable writable(String id, AuthorizedWriter writer) {
		var placed = visible(id, writer.rights());
		var here = writer.in(this.threads.categoryOf(placed.thread()));
		placed.thread().requireWritableBy(here);
		return new Writable(placed.post(), placed.thread(), here);
	}

	/** What somebody is where a post is. */
	public Audience audience(Post post, Rights rights) {
		return this.threads.within(post.threadId(), rights).most();
	}

	/**
	 * A post where it is.
	 *
	 * @param post the post
	 * @param thread its thread
	 */
	public record Placed(Post post, ForumThread thread) {
	}

	/**
	 * A post where somebody may write.
	 *
	 * @param post the post
	 * @param thread its thread
	 * @param writer with the rights that they have there
	 */
	record Writable(Post post, ForumThread thread, AuthorizedWriter writer) {
	}

}
