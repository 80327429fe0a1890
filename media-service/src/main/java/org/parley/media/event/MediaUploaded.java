package org.parley.media.event;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * An upload is complete.
 *
 * @param media the medium
 * @param version its version
 */
@Publishes("media.uploaded")
record MediaUploaded(MediaReference media, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.media.id();
	}

	@Override
	public String partitionKey() {
		return this.media.ownerId();
	}

}
