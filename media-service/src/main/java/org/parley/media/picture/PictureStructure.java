package org.parley.media.picture;

/**
 * The description of a picture in its file.
 *
 * @param format the format
 * @param width the stored width in pixels
 * @param height the stored height in pixels
 * @param frames the number of frames
 */
public record PictureStructure(PictureFormat format, int width, int height, int frames) {

	public boolean isAnimated() {
		return this.frames > 1;
	}

	/** The pixels of all frames together. */
	long pixels() {
		return (long) this.width * this.height * this.frames;
	}

}
