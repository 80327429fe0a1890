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
import org.parley.platform.security.category.Rights;
import org.parley.platform.web.paging.Cursor;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where readers find what was in a thread and is in another one now. Whoever goes on in a
 * thread that is being merged, or was, goes on where its posts are; of one that was split
 * only those are led on who ask for a post that went.
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
	 * The reader asks for a post by the number that it had here.
	 * @throws MovedElsewhereException when it is elsewhere now
	 */
	void requireHere(String threadId, PostPageRequest request, Rights rights) {
		var number = request.around();
		if (number != null) {
			this.formerPlaces.find(threadId, number)
				.flatMap((left) -> placed(left, rights))
				.ifPresent((post) -> leadTo(post, request, false));
		}
	}

	/**
	 * The reader has a page of a thread, which must have been whole: the posts of a
	 * merged thread go in their order, so what is missing is what was at the beginning.
	 * @throws MovedElsewhereException when it is elsewhere now
	 */
	void requireWhole(String threadId, PostPageRequest request, Rights rights) {
		var edge = request.edge();
		if (request.around() != null || (edge != null && edge.backwards())) {
			return;
		}
		this.formerPlaces.after(threadId, number(edge))
			.filter((_) -> isMerging(threadId))
			.flatMap((left) -> placed(left, rights))
			.ifPresent((post) -> leadTo(post, request, false));
	}

	/** Where to go on when the whole thread is part of another. */
	MovedElsewhereException onwards(String threadId, String into, PostPageRequest request, Rights rights) {
		var edge = request.edge();
		var back = edge != null && edge.backwards();
		var next = back ? this.formerPlaces.before(threadId, number(edge))
				: this.formerPlaces.after(threadId, number(edge));
		return next.flatMap((left) -> placed(left, rights))
			.map((post) -> elsewhere(post, request, back))
			.orElseGet(() -> new MovedElsewhereException(pages(into, request).build().encode().toUri()));
	}

	private boolean isMerging(String threadId) {
		return this.threads.find(threadId).filter((thread) -> thread.mergingInto() != null).isPresent();
	}

	private Optional<Post> placed(FormerPlace left, Rights rights) {
		return Optional.ofNullable(this.posts.visible(List.of(left.postId()), rights).get(left.postId()))
			.map(PostAccess.Placed::post);
	}

	private static void leadTo(Post post, PostPageRequest request, boolean back) {
		throw elsewhere(post, request, back);
	}

	/** Those who read on read on from there; others find the page that holds it. */
	private static MovedElsewhereException elsewhere(Post post, PostPageRequest request, boolean back) {
		var pages = pages(post.threadId(), request);
		if (request.cursor() == null && !request.isTree()) {
			pages.queryParam("around", post.number());
		}
		else {
			var cursor = back ? Cursor.prev(request.order(), post.number() + 1)
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

}
