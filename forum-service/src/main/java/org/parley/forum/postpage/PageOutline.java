package org.parley.forum.postpage;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What must be known of a page to see whether anything in it is a reader's own.
 *
 * @param ids the posts
 * @param covered the posts that say nothing to everybody
 */
record PageOutline(List<String> ids, List<Covered> covered) {

	static PageOutline of(JsonNode page) {
		var posts = page.path("data");
		return new PageOutline(posts.valueStream().map(PageOutline::id).toList(),
				posts.valueStream()
					.filter((post) -> post.path("content").isNull())
					.map((post) -> new Covered(id(post), post.path("author").path("id").asString()))
					.toList());
	}

	static String id(JsonNode post) {
		return post.path("id").asString();
	}

	/** Those of the covered posts that a person wrote. */
	List<String> coveredOf(String authorId) {
		return this.covered.stream().filter((post) -> post.authorId.equals(authorId)).map(Covered::id).toList();
	}

	/**
	 * A post that says nothing to everybody.
	 *
	 * @param id the post
	 * @param authorId who wrote it
	 */
	record Covered(String id, String authorId) {
	}

}
