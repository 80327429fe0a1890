package org.parley.platform.readmodels.media.use;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.readmodels.media.MediaKind;
import org.parley.platform.readmodels.media.MediaPurpose;
import org.parley.platform.readmodels.media.MediaVariant;

/**
 * The data of {@code media.ready} and {@code media.snapshot}.
 *
 * @param media the medium
 * @param version its version
 */
record ReadyMediaEventData(ReadyMedium media, long version) {

	/**
	 * A ready medium.
	 *
	 * @param id the id
	 * @param ownerId the id of its owner
	 * @param purpose what it was uploaded for
	 * @param kind the kind
	 * @param width the width in pixels
	 * @param height the height in pixels
	 * @param blurhash the picture in about 30 characters
	 * @param duration the duration in seconds; absent for pictures and in older events
	 * @param alt the alternative text
	 * @param variants its files
	 * @param unsigned whether its addresses need no signature; absent in older events
	 * @param createdAt when the upload began; absent in older events
	 */
	record ReadyMedium(String id, String ownerId, MediaPurpose purpose, MediaKind kind, int width, int height,
			String blurhash, @Nullable Double duration, @Nullable String alt, List<MediaVariant> variants,
			@Nullable Boolean unsigned, @Nullable Instant createdAt) {
	}

}
