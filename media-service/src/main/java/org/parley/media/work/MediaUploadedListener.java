package org.parley.media.work;

import org.parley.media.item.MediaItems;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Makes completed uploads due and wakes the workers. Repeated events change nothing. */
@EventConsumer(value = "media_work", repeatable = true)
class MediaUploadedListener {

	private final MediaItems items;

	MediaUploadedListener(MediaItems items) {
		this.items = items;
	}

	@EventHandler("media.uploaded")
	void on(MediaUploadedEventData event) {
		this.items.makeDue(event.media().id());
	}

	/**
	 * The data of {@code media.uploaded}.
	 *
	 * @param media the medium
	 */
	record MediaUploadedEventData(UploadedMedia media) {
	}

	/**
	 * An uploaded medium.
	 *
	 * @param id the id
	 */
	record UploadedMedia(String id) {
	}

}
