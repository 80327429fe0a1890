package org.parley.forum.threadlist;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

import org.parley.forum.cache.CachedResponse;
import org.parley.forum.cache.CompletedResponses;
import org.parley.forum.thread.view.ThreadView;
import org.parley.platform.readmodels.media.MediaView;
import org.parley.platform.readmodels.media.MediaView.MediaVariantView;
import org.parley.platform.readmodels.media.use.KnownMedia;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Adds the addresses of pictures to lists of threads, by one query for a list. Shared
 * lists are stored with the ids, because signed addresses end and media may be removed.
 */
@Component
class ListPictures {

	private static final String PICTURE = "picture";

	private final KnownMedia knownMedia;

	private final JsonMapper json;

	/** A quotation mark within a text is escaped, so no text contains the mark. */
	private final CompletedResponses lists = new CompletedResponses("\"picture\":\"" + ThreadView.MEDIUM);

	ListPictures(KnownMedia knownMedia, JsonMapper json) {
		this.knownMedia = knownMedia;
		this.json = json;
	}

	/** Returns the list with addresses; the list itself if no thread has a picture. */
	CachedResponse show(CachedResponse list) {
		return this.lists.complete(list, this::complete);
	}

	private byte[] complete(byte[] stored) {
		var list = this.json.readTree(stored);
		var threads = list.path("data").valueStream().filter((thread) -> thread.path(PICTURE).isString()).toList();
		var media = this.knownMedia.gallery(threads.stream().map(ListPictures::medium).collect(Collectors.toSet()));
		for (var thread : threads) {
			media.show(medium(thread), true)
				.flatMap(ListPictures::smallest)
				.ifPresentOrElse((file) -> ((ObjectNode) thread).put(PICTURE, file.url()),
						() -> ((ObjectNode) thread).remove(PICTURE));
		}
		return this.json.writeValueAsBytes(list);
	}

	private static String medium(JsonNode thread) {
		return thread.path(PICTURE).asString().substring(ThreadView.MEDIUM.length());
	}

	/** Media that move have a still picture. */
	private static Optional<MediaVariantView> smallest(MediaView medium) {
		var still = medium.variants().stream().filter((file) -> file.name().equals("poster")).findFirst();
		return still.or(() -> medium.variants().stream().min(Comparator.comparingInt(MediaVariantView::width)));
	}

}
