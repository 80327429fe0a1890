package org.parley.forum.postpage;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.parley.forum.cache.CachedResponse;
import org.parley.forum.post.Post;
import org.parley.forum.post.Posts;
import org.parley.forum.post.view.ReaderMarks;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.relation.PersonRelations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Adds to a shared page the parts that only one reader sees: their votes and bookmarks,
 * the content of their own hidden posts, the marks of posts whose authors they block, and
 * the addresses of media. A post of somebody blocked has no content here; clients fold
 * it, and request it alone to show it.
 */
@Component
class ReaderOverlay {

	private final ReaderMarks marks;

	private final Posts posts;

	private final PersonRelations relations;

	private final PagePictures pictures;

	private final JsonMapper json;

	/** The outlines of cached pages, by identity. */
	private final Cache<CachedResponse, PageOutline> outlines = Caffeine.newBuilder().weakKeys().build();

	ReaderOverlay(ReaderMarks marks, Posts posts, PersonRelations relations, PagePictures pictures, JsonMapper json) {
		this.marks = marks;
		this.posts = posts;
		this.relations = relations;
		this.pictures = pictures;
		this.json = json;
	}

	/**
	 * Returns the page for a reader; the shared page itself if nothing differs.
	 * @param reader the reader; null is a guest
	 */
	CachedResponse personalize(CachedResponse shared, String threadId, @Nullable Caller reader) {
		return this.pictures.show((reader != null) ? personalize(shared, reader) : shared, threadId);
	}

	private CachedResponse personalize(CachedResponse shared, Caller reader) {
		var outline = this.outlines.get(shared, (page) -> PageOutline.of(this.json.readTree(page.json())));
		var marks = this.marks.of(reader.id(), outline.ids());
		var hidden = outline.hiddenBy(reader.id());
		var blocked = this.relations.blockedBy(reader.id(), outline.authors());
		if (marks.isEmpty() && hidden.isEmpty() && blocked.isEmpty()) {
			return shared;
		}
		return CachedResponse.uncacheable(apply(shared, marks, find(hidden), blocked), reader.id());
	}

	private Map<String, Post> find(List<String> ids) {
		return ids.isEmpty() ? Map.of() : this.posts.byId(ids);
	}

	private byte[] apply(CachedResponse shared, ReaderMarks.Marks marks, Map<String, Post> ownPosts,
			Set<String> blocked) {
		var page = this.json.readTree(shared.json());
		page.path("data").valueStream().map(ObjectNode.class::cast).forEach((post) -> {
			mark(post, marks);
			show(post, ownPosts.get(PageOutline.id(post)));
			if (blocked.contains(PageOutline.authorId(post))) {
				fold(post);
			}
		});
		return this.json.writeValueAsBytes(page);
	}

	private static void fold(ObjectNode post) {
		post.put("authorBlocked", true).putNull("content").putNull("html");
	}

	private static void mark(ObjectNode post, ReaderMarks.Marks marks) {
		var id = PageOutline.id(post);
		post.put("myVote", marks.vote(id)).put("bookmarked", marks.isBookmarked(id));
	}

	private static void show(ObjectNode post, @Nullable Post own) {
		if (own != null) {
			post.put("content", own.content()).put("html", own.html());
		}
	}

	/**
	 * The parts of a shared page that depend on the reader.
	 *
	 * @param ids the ids of the posts
	 * @param authors the ids of their authors, each once
	 * @param hidden the posts whose content is hidden from the page's audience
	 */
	record PageOutline(List<String> ids, List<String> authors, List<HiddenPost> hidden) {

		static PageOutline of(JsonNode page) {
			var posts = page.path("data");
			return new PageOutline(posts.valueStream().map(PageOutline::id).toList(),
					posts.valueStream().map(PageOutline::authorId).distinct().toList(),
					posts.valueStream()
						.filter((post) -> post.path("content").isNull())
						.map((post) -> new HiddenPost(id(post), authorId(post)))
						.toList());
		}

		static String id(JsonNode post) {
			return post.path("id").asString();
		}

		static String authorId(JsonNode post) {
			return post.path("author").path("id").asString();
		}

		/** Returns the ids of the hidden posts by an author. */
		List<String> hiddenBy(String authorId) {
			return this.hidden.stream().filter((post) -> post.authorId.equals(authorId)).map(HiddenPost::id).toList();
		}

		/**
		 * A post whose content is hidden.
		 *
		 * @param id the post's id
		 */
		record HiddenPost(String id, String authorId) {
		}

	}

}
