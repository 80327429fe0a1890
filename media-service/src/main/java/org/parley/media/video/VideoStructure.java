package org.parley.media.video;

import java.time.Duration;

/**
 * The description of a video in its file.
 *
 * @param width the stored width in pixels
 * @param height the stored height in pixels
 * @param duration the duration; zero if the file does not say, as those of some recorders
 */
record VideoStructure(VideoFormat format, int width, int height, Duration duration) {

	long pixels() {
		return (long) this.width * this.height;
	}

}
