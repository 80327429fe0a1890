package org.parley.media.event;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A medium was removed, with its files.
 *
 * @param media the medium
 * @param version its version
 */
@Publishes("media.removed")
record MediaRemoved(MediaReference media, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.media.id();
	}

	@Override
	public String partitionKey() {
		return this.media.ownerId();
	}

}
