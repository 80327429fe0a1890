package org.parley.forum.post;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.Category;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.stereotype.Component;

/** Access to posts. A reader sees a post if they see its thread. */
@Component
public class PostAccess {

	private final Posts posts;

	private final ThreadAccess threads;

	PostAccess(Posts posts, ThreadAccess threads) {
		this.posts = posts;
		this.threads = threads;
	}

	/**
	 * Returns a post that is visible with the given rights, with its thread.
	 * @throws PostNotFoundException if the post does not exist or is not visible
	 */
	public Placed visible(String id, Rights rights) {
		return visible(id, rights, null);
	}

	/**
	 * Returns a post whose thread is visible with the given rights, or to its author.
	 * @param reader the id of the reader; null is a guest
	 * @throws PostNotFoundException if the post does not exist or is not visible
	 */
	public Placed visible(String id, Rights rights, @Nullable String reader) {
		var post = this.posts.find(id).orElseThrow(PostNotFoundException::new);
		var thread = this.threads.find(post.threadId(), rights, reader).orElseThrow(PostNotFoundException::new);
		return new Placed(post, thread);
	}

	/**
	 * Returns the post that opens a visible thread.
	 * @throws org.parley.platform.domain.RefusalException 404 {@code thread.not-found};
	 * 409 {@code thread.merged} if it was merged into another
	 */
	public Placed opening(String threadId, Rights rights) {
		var thread = this.threads.visible(threadId, rights);
		return new Placed(this.posts.opening(threadId).orElseThrow(PostNotFoundException::new), thread);
	}

	/** Returns the visible posts among the given ids, with their threads, by id. */
	public Map<String, Placed> visible(Collection<String> ids, Rights rights) {
		var found = this.posts.find(ids);
		var open = this.threads.visible(found.stream().map(Post::threadId).distinct().toList(), rights);
		return found.stream()
			.flatMap((post) -> Stream.ofNullable(open.get(post.threadId())).map((thread) -> new Placed(post, thread)))
			.collect(Collectors.toUnmodifiableMap((placed) -> placed.post().id(), Function.identity()));
	}

	/**
	 * Returns a visible post whose thread's status allows the writer to change it.
	 * @throws org.parley.platform.domain.RefusalException 409 if the thread is locked or
	 * archived
	 */
	public Writable writable(String id, AuthorizedWriter writer) {
		var placed = visible(id, writer.rights(), writer.id());
		var here = writer.in(this.threads.categoryOf(placed.thread()));
		placed.thread().requireWritableBy(here);
		return new Writable(placed.post(), placed.thread(), here);
	}

	/**
	 * Returns the category of a post that is visible to a writer.
	 * @throws PostNotFoundException if the post does not exist or is not visible
	 */
	public Category categoryOf(String id, AuthorizedWriter writer) {
		return this.threads.categoryOf(visible(id, writer.rights(), writer.id()).thread());
	}

	/** Returns the reader's audience in the category of a post. */
	public Audience audience(Post post, Rights rights) {
		return this.threads.within(post.threadId(), rights).highest();
	}

	/** A post and its thread. */
	public record Placed(Post post, ForumThread thread) {
	}

	/**
	 * A post that a writer may change.
	 *
	 * @param writer the writer, with their rights in the thread's category
	 */
	public record Writable(Post post, ForumThread thread, AuthorizedWriter writer) {
	}

	/** The post does not exist, or the caller may not see it. */
	static final class PostNotFoundException extends RefusalException {

		PostNotFoundException() {
			super(RefusalKind.NOT_FOUND, "post.not-found", "The post does not exist.");
		}

	}

}
