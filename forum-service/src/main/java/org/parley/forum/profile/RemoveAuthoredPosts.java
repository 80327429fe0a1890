package org.parley.forum.profile;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.AuthorizedWriters;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.post.edit.RemovePost;
import org.parley.forum.thread.edit.ChangeThread;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.IfMatch;

import org.springframework.stereotype.Component;

/**
 * Removes what somebody has written: their replies, and their threads that nobody else
 * has replied to. Other threads of theirs keep their first post, so that the replies make
 * sense. Each removal is like that of a moderator, who can undo it.
 */
@Component
class RemoveAuthoredPosts {

	/** The most posts of a request. */
	private static final int MOST = 200;

	private final Posts posts;

	private final RemovePost removePost;

	private final ChangeThread changeThread;

	private final AuthorizedWriters authorizedWriters;

	private final InstantSource clock;

	RemoveAuthoredPosts(Posts posts, RemovePost removePost, ChangeThread changeThread,
			AuthorizedWriters authorizedWriters, InstantSource clock) {
		this.posts = posts;
		this.removePost = removePost;
		this.changeThread = changeThread;
		this.authorizedWriters = authorizedWriters;
		this.clock = clock;
	}

	/**
	 * Removes the newest posts of an author.
	 * @param before the id of the post at which the request before ended, if any
	 */
	RemovedPosts remove(String authorId, @Nullable String before, Caller moderator) {
		var found = this.posts.shownBy(authorId, before, MOST);
		// A thread is older than the replies in it, so they are removed first.
		var removed = found.stream().filter((post) -> removeUnlessKept(post, moderator)).count();
		return new RemovedPosts((int) removed, next(found));
	}

	private static @Nullable String next(List<Post> found) {
		return (found.size() < MOST) ? null : found.getLast().id();
	}

	/**
	 * Removes a post; what a closed thread keeps, or what has gone meanwhile, is left.
	 */
	private boolean removeUnlessKept(Post post, Caller moderator) {
		try {
			if (!post.opensThread()) {
				this.removePost.remove(post.id(), IfMatch.ANY, this.authorizedWriters.of(moderator));
				return true;
			}
			return !this.posts.hasShownReply(post.threadId()) && removeThread(post.threadId(), moderator);
		}
		catch (RefusalException _) {
			return false;
		}
	}

	private boolean removeThread(String id, Caller moderator) {
		var isRemoved = new AtomicBoolean();
		this.changeThread.change(id, moderator, IfMatch.ANY, (thread, writer) -> {
			var event = thread.remove(writer, this.clock.instant());
			isRemoved.set(event.isPresent());
			return event;
		});
		return isRemoved.get();
	}

	/**
	 * What was removed.
	 *
	 * @param removed the number of posts and threads
	 * @param next the value of {@code before} for the next request; null after the last
	 * post
	 */
	@Schema(name = "RemovedPosts")
	record RemovedPosts(@Schema(example = "17") int removed, @Nullable String next) {
	}

}
