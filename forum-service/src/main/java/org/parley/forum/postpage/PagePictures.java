package org.parley.forum.postpage;

import org.parley.forum.cache.CachedResponse;
import org.parley.forum.cache.CompletedResponses;
import org.parley.forum.post.media.PostPictures;
import org.parley.platform.readmodels.media.EmbeddedMedia;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Adds the addresses of media to pages of posts. Shared pages are stored without them,
 * because signed addresses end and media may be removed.
 */
@Component
class PagePictures {

	private final PostPictures pictures;

	private final JsonMapper json;

	private final CompletedResponses pages = new CompletedResponses(EmbeddedMedia.MARK.replace("\"", "\\\""));

	PagePictures(PostPictures pictures, JsonMapper json) {
		this.pictures = pictures;
		this.json = json;
	}

	/** Returns the page with addresses; the page itself if it shows no media. */
	CachedResponse show(CachedResponse page, String threadId) {
		return this.pages.complete(page, (stored) -> complete(stored, threadId));
	}

	private byte[] complete(byte[] stored, String threadId) {
		var page = this.json.readTree(stored);
		var posts = page.path("data").valueStream().filter((post) -> post.path("html").isString()).toList();
		var media = this.pictures.open(posts.stream().map(PagePictures::html).toList());
		var isPublic = this.pictures.isPublic(threadId);
		posts.forEach((post) -> ((ObjectNode) post).put("html", media.show(html(post), isPublic && isShown(post))));
		return this.json.writeValueAsBytes(page);
	}

	private static String html(JsonNode post) {
		return post.path("html").asString();
	}

	private static boolean isShown(JsonNode post) {
		var status = post.path("status").asString();
		return status.equals("active") || status.equals("flagged");
	}

}
