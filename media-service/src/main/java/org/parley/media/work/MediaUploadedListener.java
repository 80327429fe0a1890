package org.parley.media.work;

import org.parley.contracts.media.MediaUploaded;
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
	void on(MediaUploaded event) {
		this.items.makeDue(event.media().id());
	}

}
