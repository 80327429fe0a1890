package org.parley.media.video;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A video as it is served.
 *
 * @param file the MP4 file
 * @param poster a PNG file with one of its pictures
 * @param width the width in pixels, after turning
 * @param height the height in pixels, after turning
 */
public record TranscodedVideo(Path file, Path poster, int width, int height, Duration duration) {

	private static final double MILLIS = 1_000;

	public double seconds() {
		return this.duration.toMillis() / MILLIS;
	}

}
