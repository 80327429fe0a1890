package org.parley.platform.readmodels.media.use;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.AttachedMedium;
import org.parley.contracts.media.MediaKind;
import org.parley.contracts.media.MediaPurpose;
import org.parley.contracts.media.MediaVariant;
import org.parley.platform.domain.Ids;
import org.parley.platform.readmodels.media.MediaState;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A medium: a projection of media-service.
 *
 * @param state ready, refused or removed
 * @param kind the kind; null unless it is ready, like the following ones
 * @param width the width in pixels
 * @param height the height in pixels
 * @param blurhash the picture in about 30 characters
 * @param duration the duration in seconds; null for pictures
 * @param alt the alternative text
 * @param variants its files
 * @param unsigned whether media-service serves it without a signature
 * @param createdAt when the upload began
 * @param expireAt when the tombstone of a removed medium is deleted
 */
@Document("known_media")
public record KnownMedium(@Id String id, String ownerId, MediaPurpose purpose, MediaState state,
		@Nullable MediaKind kind, @Nullable Integer width, @Nullable Integer height, @Nullable String blurhash,
		@Nullable Double duration, @Nullable String alt, @Nullable List<MediaVariant> variants,
		@Nullable Boolean unsigned, @Nullable Instant createdAt, @Nullable Instant expireAt, long version) {

	boolean isReady() {
		return this.state == MediaState.READY;
	}

	/** Whether a person may use the medium for a purpose. */
	boolean isUsable(String personId, MediaPurpose wanted) {
		return isReady() && this.ownerId.equals(personId) && this.purpose == wanted;
	}

	/** Whether its addresses work without a signature. */
	boolean isUnsigned() {
		return Boolean.TRUE.equals(this.unsigned);
	}

	List<MediaVariant> files() {
		return (this.variants != null) ? this.variants : List.of();
	}

	/** The medium for events. Older events about media have no creation time. */
	AttachedMedium attached() {
		var created = (this.createdAt != null) ? this.createdAt : Ids.timeOf(this.id).orElse(Instant.EPOCH);
		return new AttachedMedium(this.id, this.purpose, this.kind, this.width, this.height, this.blurhash,
				this.duration, this.alt, files(), created, this.version);
	}

	/** Its narrowest file. */
	public Optional<MediaVariant> smallest() {
		return files().stream().min(Comparator.comparingInt(MediaVariant::width));
	}

}
