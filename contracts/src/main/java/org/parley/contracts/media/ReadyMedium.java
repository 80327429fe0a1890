package org.parley.contracts.media;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.OptionalValue;

/**
 * A medium that can be used, with its files.
 *
 * @param width the width in pixels
 * @param height the height in pixels
 * @param blurhash the picture in about 30 characters
 * @param duration the duration in seconds; null for pictures and in older events
 * @param alt the alternative text
 * @param variants its files
 * @param unsigned whether its addresses need no signature, unless that depends on the
 * owner's account; null in older events
 * @param createdAt when the upload began; null in older events
 */
public record ReadyMedium(String id, String ownerId, MediaPurpose purpose, MediaKind kind, int width, int height,
		String blurhash, @OptionalValue @Nullable Double duration, @Nullable String alt, List<MediaVariant> variants,
		@OptionalValue @Nullable Boolean unsigned,
		@OptionalValue @Nullable Instant createdAt) implements MediaEvent.Medium {
}
