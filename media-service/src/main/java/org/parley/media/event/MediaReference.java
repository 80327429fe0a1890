package org.parley.media.event;

import org.parley.media.item.MediaItem;
import org.parley.platform.readmodels.media.MediaPurpose;

/**
 * A medium as named in events.
 *
 * @param id the id
 * @param ownerId the id of its owner
 * @param purpose what it was uploaded for
 */
record MediaReference(String id, String ownerId, MediaPurpose purpose) {

	static MediaReference of(MediaItem item) {
		return new MediaReference(item.id(), item.ownerId(), item.purpose());
	}

}
