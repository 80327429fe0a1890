package org.parley.forum.postpage;

import java.util.List;

import tools.jackson.databind.JsonNode;

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
