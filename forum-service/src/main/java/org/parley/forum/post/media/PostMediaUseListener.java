package org.parley.forum.post.media;

import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.platform.readmodels.media.use.MediaAudience;
import org.parley.platform.readmodels.media.use.MediaSubject;
import tools.jackson.databind.JsonNode;

/**
 * Consumes the forum's own events that change who reads media in posts. A repeated event
 * publishes the current state again.
 */
@EventConsumer(value = "forum_media", repeatable = true)
class PostMediaUseListener {

	private final ReviewMediaUses review;

	PostMediaUseListener(ReviewMediaUses review) {
		this.review = review;
	}

	/** The instance that published it may not have known the latest rights. */
	@EventHandler("media-use.changed")
	void onUse(PublishedUse event) {
		this.review.ofPost(event.use().subject().id(), event.version(), event.use().audience());
	}

	@EventHandler({ "thread.moved", "thread.hidden", "thread.removed", "thread.restored" })
	void onThread(JsonNode data, EventEnvelope event) {
		this.review.ofThread(event.partitionkey());
	}

	@EventHandler("category.changed")
	void onCategory(ChangedCategory event) {
		if (event.readersBefore() != null) {
			this.review.ofCategory(event.category().id());
		}
	}

	/**
	 * A published use.
	 *
	 * @param use the use
	 * @param version the version of the use
	 */
	record PublishedUse(Use use, long version) {
	}

	/**
	 * The post and who may see its media.
	 *
	 * @param subject the post
	 * @param audience who may see its media
	 */
	record Use(MediaSubject subject, MediaAudience audience) {
	}

	/**
	 * A changed category.
	 *
	 * @param category the category
	 * @param readersBefore the previous lowest role that may read; absent if unchanged
	 */
	record ChangedCategory(CategoryId category, @Nullable String readersBefore) {
	}

	/**
	 * A category.
	 *
	 * @param id its id
	 */
	record CategoryId(String id) {
	}

}
