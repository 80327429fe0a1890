package org.parley.media.item;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.media.MediaKind;
import org.parley.contracts.media.MediaVariant;

/**
 * The content that the worker found in a medium.
 *
 * @param width the width in pixels, after turning
 * @param height the height in pixels, after turning
 * @param blurhash the picture in about 30 characters
 * @param duration the duration in seconds; null for pictures, and for videos of earlier
 * versions
 * @param variants the files that are served
 */
public record MediaContent(MediaKind kind, int width, int height, String blurhash, @Nullable Double duration,
		List<MediaVariant> variants) {
}
