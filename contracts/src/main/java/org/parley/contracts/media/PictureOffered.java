package org.parley.contracts.media;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * A newcomer wants the picture that they have at another provider. media-service fetches
 * it once.
 *
 * @param personId the person who will own it
 * @param mediaId the id that it will have
 * @param address where it is
 */
@Publishes("picture.offered")
public record PictureOffered(String personId, String mediaId, String address) implements ParleyEvent {

	@Override
	public String subject() {
		return this.mediaId;
	}

	@Override
	public String partitionKey() {
		return this.personId;
	}

}
