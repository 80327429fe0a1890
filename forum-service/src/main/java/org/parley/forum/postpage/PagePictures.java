package org.parley.forum.postpage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parley.forum.cache.CachedResponse;
import org.parley.forum.post.media.PostPictures;
import org.parley.platform.readmodels.media.EmbeddedMedia;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Adds the addresses of media to pages of posts. Shared pages are stored without them,
 * because signed addresses end and media may be removed. A page with media is completed
 * once a second for all of its readers; other pages cost a look at a map.
 */
@Component
class PagePictures {

	private static final Duration MAX_AGE = Duration.ofSeconds(1);

	/** The mark of media as it is in JSON. */
	private static final String MARK = EmbeddedMedia.MARK.replace("\"", "\\\"");

	private final PostPictures pictures;

	private final JsonMapper json;

	/** Whether pages show media, by identity. */
	private final Cache<CachedResponse, Boolean> marked = Caffeine.newBuilder().weakKeys().build();

	/** Pages with addresses by the page without them, by identity. */
	private final Cache<CachedResponse, CachedResponse> shown = Caffeine.newBuilder()
		.weakKeys()
		.expireAfterWrite(MAX_AGE)
		.build();

	PagePictures(PostPictures pictures, JsonMapper json) {
		this.pictures = pictures;
		this.json = json;
	}

	/** Returns the page with addresses; the page itself if it shows no media. */
	CachedResponse show(CachedResponse page, String threadId) {
		return this.marked.get(page, PagePictures::isMarked)
				? this.shown.get(page, (stored) -> stored.with(complete(stored.json(), threadId))) : page;
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

	/** The mark is ASCII, so the search needs no decoding. */
	private static boolean isMarked(CachedResponse page) {
		return new String(page.json(), StandardCharsets.ISO_8859_1).contains(MARK);
	}

}
