package org.parley.platform.readmodels.media;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A ready medium as it is in events about what uses it: without addresses, which the
 * service that shows it signs.
 *
 * @param purpose what it was uploaded for
 * @param width the width in pixels
 * @param height the height in pixels
 * @param blurhash the picture in about 30 characters
 * @param duration the duration in seconds; null for pictures
 * @param alt the alternative text
 * @param variants its files
 * @param createdAt when the upload began
 * @param version the version of the medium
 */
public record AttachedMedium(String id, MediaPurpose purpose, @Nullable MediaKind kind, @Nullable Integer width,
		@Nullable Integer height, @Nullable String blurhash,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double duration, @Nullable String alt,
		List<MediaVariant> variants, Instant createdAt, long version) {

	/** Shows it with signed addresses, to somebody who may see it now. */
	public MediaView show(MediaAddresses addresses) {
		return show(addresses, false);
	}

	/** Shows it with signed or with unsigned addresses. */
	public MediaView show(MediaAddresses addresses, boolean unsigned) {
		var files = this.variants.stream()
			.map((file) -> new MediaVariantView(file.name(),
					unsigned ? addresses.unsigned(file.path()) : addresses.signed(file.path()), file.width(),
					file.height(), file.contentType(), file.size()))
			.toList();
		return new MediaView(this.id, this.purpose, MediaState.READY, this.kind, this.width, this.height, this.blurhash,
				this.duration, this.alt, files, null, null, this.createdAt, this.version);
	}

}
