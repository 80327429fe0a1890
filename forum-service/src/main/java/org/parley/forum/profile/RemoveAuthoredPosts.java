package org.parley.forum.profile;

import java.time.Duration;
import java.time.InstantSource;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.audit.AdministratorAct;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;

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

	/** The gateway waits for ten seconds, of which the last post may take some. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final Posts posts;

	private final RemoveAuthoredPost removeAuthoredPost;

	private final UnitOfWork work;

	private final AdministratorActs acts;

	private final InstantSource clock;

	RemoveAuthoredPosts(Posts posts, RemoveAuthoredPost removeAuthoredPost, UnitOfWork work, AdministratorActs acts,
			InstantSource clock) {
		this.posts = posts;
		this.removeAuthoredPost = removeAuthoredPost;
		this.work = work;
		this.acts = acts;
		this.clock = clock;
	}

	/**
	 * Removes the newest posts of an author, as many as there is time for. The act is
	 * recorded with the first removal.
	 * @param before the id of the post at which the request before ended, if any
	 */
	RemovedPosts remove(String authorId, @Nullable String before, Caller moderator) {
		var end = this.clock.instant().plus(PATIENCE);
		var found = this.posts.shownBy(authorId, before, MOST);
		var removed = 0;
		// A thread is older than the replies in it, so they are removed first.
		for (var post : found) {
			if (removeUnlessKept(post, moderator, removed == 0)) {
				removed++;
			}
			if (!this.clock.instant().isBefore(end)) {
				return new RemovedPosts(removed, post.id());
			}
		}
		return new RemovedPosts(removed, (found.size() < MOST) ? null : found.getLast().id());
	}

	/**
	 * Removes a post; what a closed thread keeps, or what has gone meanwhile, is left.
	 * @param isFirst whether nothing was removed before, so that the act is recorded
	 */
	private boolean removeUnlessKept(Post post, Caller moderator, boolean isFirst) {
		try {
			return this.work.run(() -> {
				var isRemoved = this.removeAuthoredPost.remove(post, moderator);
				if (isRemoved && isFirst) {
					this.acts.record(AdministratorAct.POSTS_REMOVED, moderator.id(), post.authorId(), null);
				}
				return isRemoved;
			});
		}
		catch (RefusalException _) {
			return false;
		}
	}

	/**
	 * The posts and threads that were removed.
	 *
	 * @param removed the number of posts and threads
	 * @param next the value of {@code before} for the next request; null after the last
	 * post
	 */
	@Schema(name = "RemovedPosts")
	record RemovedPosts(@Schema(example = "17") int removed, @Nullable String next) {
	}

}
