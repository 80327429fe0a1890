package org.parley.platform.readmodels.media;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.AttachedMedium;
import org.parley.contracts.media.MediaKind;
import org.parley.contracts.media.MediaPurpose;

/**
 * A medium as shown to its owner, and to the readers of what uses it.
 *
 * @param kind the kind; null until it is ready
 * @param width the width in pixels, after turning; null until it is ready
 * @param height the height in pixels, after turning; null until it is ready
 * @param blurhash the picture in about 30 characters; null until it is ready
 * @param duration the duration in seconds; null unless it is a ready video
 * @param alt the alternative text
 * @param variants its files; none until it is ready
 * @param refusal the code of the reason for which it was refused
 * @param refusalReason the reason in a sentence
 * @param createdAt when the upload began
 * @param version increases with every change
 */
public record MediaView(String id, MediaPurpose purpose, MediaState state, @Nullable MediaKind kind,
		@Nullable Integer width, @Nullable Integer height, @Nullable String blurhash, @Nullable Double duration,
		@Nullable String alt, List<MediaVariantView> variants, @Nullable String refusal, @Nullable String refusalReason,
		Instant createdAt, long version) {

	/** Shows a ready medium with signed addresses, to somebody who may see it now. */
	public static MediaView of(AttachedMedium medium, MediaAddresses addresses) {
		return of(medium, addresses, false);
	}

	/** Shows a ready medium with signed or with unsigned addresses. */
	public static MediaView of(AttachedMedium medium, MediaAddresses addresses, boolean unsigned) {
		var files = medium.variants()
			.stream()
			.map((file) -> new MediaVariantView(file.name(),
					unsigned ? addresses.unsigned(file.path()) : addresses.signed(file.path()), file.width(),
					file.height(), file.contentType(), file.size()))
			.toList();
		return new MediaView(medium.id(), medium.purpose(), MediaState.READY, medium.kind(), medium.width(),
				medium.height(), medium.blurhash(), medium.duration(), medium.alt(), files, null, null,
				medium.createdAt(), medium.version());
	}

	/**
	 * A file of a medium as shown to its readers.
	 *
	 * @param name {@code 96}, {@code 160}, {@code 640}, {@code 1600}, {@code poster} or
	 * {@code video}
	 * @param url its address, which is signed unless something public uses the medium
	 * @param width the width in pixels
	 * @param height the height in pixels
	 * @param size the size in bytes
	 */
	public record MediaVariantView(String name, String url, int width, int height, String contentType, long size) {
	}

}
