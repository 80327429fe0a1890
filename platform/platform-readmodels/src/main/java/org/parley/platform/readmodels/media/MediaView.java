package org.parley.platform.readmodels.media;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A medium as shown to its owner, and to the readers of what uses it.
 *
 * @param purpose what it was uploaded for
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
}
