package org.parley.forum.postpage;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.forum.place.FormerPlace;
import org.parley.forum.place.FormerPlaces;
import org.parley.forum.post.Post;
import org.parley.forum.post.PostAccess;
import org.parley.forum.thread.Threads;
import org.parley.platform.readmodels.category.Rights;
import org.parley.platform.web.paging.Cursor;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Redirects requests for moved posts to their new thread. In a thread that is being or
 * was merged, pages continue in the target. In a split thread, only requests for a moved
 * post are redirected.
 */
@Component
class MovedContentRedirect {

	private final FormerPlaces formerPlaces;

	private final PostAccess posts;

	private final Threads threads;

	MovedContentRedirect(FormerPlaces formerPlaces, PostAccess posts, Threads threads) {
		this.formerPlaces = formerPlaces;
		this.posts = posts;
		this.threads = threads;
	}

	/**
	 * Checks a request for the page around a number.
	 * @throws MovedElsewhereException if the post with that number was moved
	 */
	void requireNotMoved(String threadId, PostPageRequest request, Rights rights) {
		var number = request.around();
		if (number != null) {
			this.formerPlaces.find(threadId, number)
				.flatMap((place) -> findVisible(place, rights))
				.ifPresent((post) -> {
					throw redirect(post, request, false);
				});
		}
	}

	/**
	 * Checks that no post was moved while a page was read. A merge moves posts in order,
	 * so the first posts of the page are missing first.
	 * @throws MovedElsewhereException if a post of the page was moved
	 */
	void requireComplete(String threadId, PostPageRequest request, Rights rights) {
		var edge = request.edge();
		if (request.around() != null || (edge != null && edge.backwards())) {
			return;
		}
		this.formerPlaces.after(threadId, number(edge))
			.filter((_) -> isMerging(threadId))
			.flatMap((place) -> findVisible(place, rights))
			.ifPresent((post) -> {
				throw redirect(post, request, false);
			});
	}

	MovedElsewhereException redirectMerged(String threadId, String into, PostPageRequest request, Rights rights) {
		var edge = request.edge();
		var backwards = edge != null && edge.backwards();
		var next = backwards ? this.formerPlaces.before(threadId, number(edge))
				: this.formerPlaces.after(threadId, number(edge));
		return next.flatMap((place) -> findVisible(place, rights))
			.map((post) -> redirect(post, request, backwards))
			.orElseGet(() -> new MovedElsewhereException(pages(into, request).build().encode().toUri()));
	}

	private boolean isMerging(String threadId) {
		return this.threads.find(threadId).filter((thread) -> thread.mergingInto() != null).isPresent();
	}

	private Optional<Post> findVisible(FormerPlace place, Rights rights) {
		return Optional.ofNullable(this.posts.visible(List.of(place.postId()), rights).get(place.postId()))
			.map(PostAccess.Placed::post);
	}

	/** A request with a cursor continues at the post; others get the page around it. */
	private static MovedElsewhereException redirect(Post post, PostPageRequest request, boolean backwards) {
		var pages = pages(post.threadId(), request);
		if (request.cursor() == null && !request.isTree()) {
			pages.queryParam("around", post.number());
		}
		else {
			var cursor = backwards ? Cursor.prev(request.order(), post.number() + 1)
					: Cursor.next(request.order(), post.number() - 1);
			pages.queryParam("cursor", cursor.encoded());
		}
		return new MovedElsewhereException(pages.build().encode().toUri());
	}

	private static UriComponentsBuilder pages(String threadId, PostPageRequest request) {
		var pages = UriComponentsBuilder.fromPath("/api/v1/threads/" + threadId + "/posts");
		Optional.ofNullable(request.view()).ifPresent((view) -> pages.queryParam("view", view));
		Optional.ofNullable(request.limit()).ifPresent((limit) -> pages.queryParam("limit", limit));
		return pages;
	}

	private static long number(@Nullable Cursor edge) {
		return (edge != null) ? edge.number(0) : 0;
	}

	/** The requested posts are in another thread. */
	static final class MovedElsewhereException extends RuntimeException {

		private final transient URI address;

		MovedElsewhereException(URI address) {
			super("The posts were moved to another thread", null, false, false);
			this.address = address;
		}

		URI address() {
			return this.address;
		}

	}

}
