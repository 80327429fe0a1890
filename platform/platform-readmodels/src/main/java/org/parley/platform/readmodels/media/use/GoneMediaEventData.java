package org.parley.platform.readmodels.media.use;

import org.parley.platform.readmodels.media.MediaPurpose;

/**
 * The data of {@code media.refused} and {@code media.removed}.
 *
 * @param media the medium
 * @param version its version
 */
record GoneMediaEventData(GoneMedium media, long version) {

	/**
	 * A medium that cannot be used.
	 *
	 * @param id the id
	 * @param ownerId the id of its owner
	 * @param purpose what it was uploaded for
	 */
	record GoneMedium(String id, String ownerId, MediaPurpose purpose) {
	}

}
