package org.parley.media.event;

import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A medium cannot be used.
 *
 * @param media the medium
 * @param refusal the code of the reason
 * @param version its version
 */
@Publishes("media.refused")
record MediaRefused(MediaReference media, String refusal, long version) implements ParleyEvent {

	@Override
	public String subject() {
		return this.media.id();
	}

	@Override
	public String partitionKey() {
		return this.media.ownerId();
	}

}
