package org.parley.forum.relocation;

import java.util.Comparator;
import java.util.List;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.ForumThread;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Reads and checks the replies and the category that a split request names. */
@Component
class SplitPartReader {

	private final CategoryAccess categories;

	private final Posts posts;

	SplitPartReader(CategoryAccess categories, Posts posts) {
		this.categories = categories;
		this.posts = posts;
	}

	/**
	 * Reads a request.
	 * @param category the category of the source
	 * @throws RefusalException 400 if the replies are not of the source, or if the first
	 * one is not visible to everybody
	 */
	SplitPart read(SplitRequest request, ForumThread source, Category category, AuthorizedWriter writer) {
		request.requireChoice();
		var target = (request.category() != null) ? this.categories.visible(request.category(), writer.rights())
				: category;
		writer.rights().requireModerating(target);
		return new SplitPart(request.distinctPosts(), first(source, request).number(), request.title(), target.id(),
				request.distinctTags());
	}

	/** Returns the reply that will open the new thread. */
	private Post first(ForumThread source, SplitRequest request) {
		var from = request.from();
		return (from != null) ? requireReply(this.posts.following(source.id(), from - 1, 1), source, "from")
				: first(source, request.distinctPosts());
	}

	private Post first(ForumThread source, List<String> ids) {
		var chosen = this.posts.byId(ids).values();
		if (chosen.size() < ids.size() || !chosen.stream().allMatch((post) -> post.isIn(source.id()))) {
			throw unknownReply("posts");
		}
		return requireReply(chosen.stream().sorted(Comparator.comparingInt(Post::number)).toList(), source, "posts");
	}

	private static Post requireReply(List<Post> chosen, ForumThread source, String field) {
		if (chosen.isEmpty()) {
			throw unknownReply(field);
		}
		var first = chosen.getFirst();
		if (first.opensThread()) {
			throw RefusalException.field(field, "post.opens-thread", "begins with the opening post of the thread");
		}
		if (!first.isShownReplyIn(source.id())) {
			throw RefusalException.field(field, "post.not-shown",
					"begins with a post that is not visible to everybody");
		}
		return first;
	}

	private static RefusalException unknownReply(String field) {
		return RefusalException.field(field, "post.not-found", "is not a reply of this thread");
	}

}
