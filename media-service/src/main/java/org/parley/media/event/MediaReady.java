package org.parley.media.event;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.parley.media.item.MediaContent;
import org.parley.media.item.MediaItem;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;
import org.parley.platform.readmodels.media.MediaKind;
import org.parley.platform.readmodels.media.MediaPurpose;
import org.parley.platform.readmodels.media.MediaVariant;

/**
 * A medium can be used, or its alternative text has changed.
 *
 * @param media the medium with its files
 * @param version its version
 */
@Publishes("media.ready")
record MediaReady(ReadyMediaData media, long version) implements ParleyEvent {

	static MediaReady of(MediaItem item, MediaContent content) {
		return new MediaReady(new ReadyMediaData(item.id(), item.ownerId(), item.purpose(), content.kind(),
				content.width(), content.height(), content.blurhash(), content.duration(), item.alt(),
				content.variants(), item.isPublic(), item.createdAt()), item.version());
	}

	@Override
	public String subject() {
		return this.media.id();
	}

	@Override
	public String partitionKey() {
		return this.media.ownerId();
	}

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
	 * @param duration the duration in seconds; null for pictures
	 * @param alt the alternative text
	 * @param variants its files
	 * @param unsigned whether its addresses need no signature, unless that depends on the
	 * owner's account
	 * @param createdAt when the upload began
	 */
	record ReadyMediaData(String id, String ownerId, MediaPurpose purpose, MediaKind kind, int width, int height,
			String blurhash, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double duration, @Nullable String alt,
			List<MediaVariant> variants, boolean unsigned, Instant createdAt) {
	}

}
