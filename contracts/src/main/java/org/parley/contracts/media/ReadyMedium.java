package org.parley.contracts.media;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

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
		String blurhash, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double duration, @Nullable String alt,
		List<MediaVariant> variants, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean unsigned,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant createdAt) implements MediaEvent.Medium {
}
