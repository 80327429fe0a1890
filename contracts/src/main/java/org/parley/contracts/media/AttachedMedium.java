package org.parley.contracts.media;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;

/**
 * A ready medium as it is in events about what uses it: without addresses, which the
 * service that shows it signs.
 *
 * @param width the width in pixels
 * @param height the height in pixels
 * @param blurhash the picture in about 30 characters
 * @param duration the duration in seconds; null for pictures
 * @param alt the alternative text
 * @param variants its files
 * @param createdAt when the upload began
 */
public record AttachedMedium(String id, MediaPurpose purpose, @Nullable MediaKind kind, @Nullable Integer width,
		@Nullable Integer height, @Nullable String blurhash, @OptionalValue @Nullable Double duration,
		@Nullable String alt, List<MediaVariant> variants, Instant createdAt, long version) {
}
