package org.parley.media.upload;

import org.parley.contracts.media.PictureOffered;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Consumes the wishes of newcomers. Repeated events change nothing. */
@EventConsumer(value = "media_work", repeatable = true)
class PictureOfferedListener {

	private final FetchPicture fetchPicture;

	PictureOfferedListener(FetchPicture fetchPicture) {
		this.fetchPicture = fetchPicture;
	}

	@EventHandler("picture.offered")
	void on(PictureOffered offer) {
		this.fetchPicture.fetch(offer);
	}

}
