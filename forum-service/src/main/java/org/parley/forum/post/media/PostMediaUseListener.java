package org.parley.forum.post.media;

import org.parley.contracts.forum.category.CategoryChanged;
import org.parley.contracts.forum.thread.ThreadEvent;
import org.parley.contracts.media.MediaUseChanged;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

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
	void onUse(MediaUseChanged event) {
		this.review.ofPost(event.use().subject().id(), event.version(), event.use().audience());
	}

	@EventHandler({ "thread.moved", "thread.hidden", "thread.removed", "thread.restored", "thread.snapshot" })
	void onThread(ThreadEvent event) {
		this.review.ofThread(event.thread().id());
	}

	@EventHandler("category.changed")
	void onCategory(CategoryChanged event) {
		if (event.readersBefore() != null) {
			this.review.ofCategory(event.category().id());
		}
	}

}
