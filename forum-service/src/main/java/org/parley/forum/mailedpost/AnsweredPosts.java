package org.parley.forum.mailedpost;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.forum.place.FormerPlaces;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.ThreadAccess;

import org.springframework.stereotype.Component;

/** Finds where a post is that a mail answers: it may have been moved since. */
@Component
class AnsweredPosts {

	private final Posts posts;

	private final FormerPlaces formerPlaces;

	private final ThreadAccess threads;

	AnsweredPosts(Posts posts, FormerPlaces formerPlaces, ThreadAccess threads) {
		this.posts = posts;
		this.formerPlaces = formerPlaces;
		this.threads = threads;
	}

	/**
	 * Finds the place for an answer.
	 * @param number the number of the post when the mail about it was sent; null if the
	 * mail answers the thread
	 */
	Place find(String threadId, @Nullable Integer number) {
		var post = (number != null) ? findPost(threadId, number) : Optional.<Post>empty();
		var holder = this.threads.holderOf(post.map(Post::threadId).orElse(threadId));
		return new Place(holder, post.filter((one) -> one.status().isShown()).map(Post::id).orElse(null));
	}

	private Optional<Post> findPost(String threadId, int number) {
		return this.formerPlaces.find(threadId, number)
			.flatMap((place) -> this.posts.find(place.postId()))
			.or(() -> this.posts.following(threadId, number - 1, 1)
				.stream()
				.filter((post) -> post.number() == number)
				.findFirst());
	}

	/**
	 * A place for an answer.
	 *
	 * @param postId the answered post; null for none that readers see
	 */
	record Place(String threadId, @Nullable String postId) {
	}

}
