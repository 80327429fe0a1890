package org.parley.media.event;

import org.parley.media.item.MediaContent;
import org.parley.media.item.MediaItem;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * The current state of a medium that can be used.
 *
 * @param media the medium with its files
 * @param version its version
 */
@Publishes("media.snapshot")
record MediaSnapshot(MediaReady.ReadyMediaData media, long version) implements ParleyEvent {

	static MediaSnapshot of(MediaItem item, MediaContent content) {
		var ready = MediaReady.of(item, content);
		return new MediaSnapshot(ready.media(), ready.version());
	}

	@Override
	public String subject() {
		return this.media.id();
	}

	@Override
	public String partitionKey() {
		return this.media.ownerId();
	}

}
