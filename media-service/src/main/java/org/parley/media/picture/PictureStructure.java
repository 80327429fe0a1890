package org.parley.media.picture;

/**
 * The description of a picture in its file.
 *
 * @param width the stored width in pixels
 * @param height the stored height in pixels
 * @param end the place behind the picture; what follows is not part of it
 * @param isEnded whether the picture has its end mark
 */
record PictureStructure(PictureFormat format, int width, int height, int frames, int end, boolean isEnded) {

	/** The pixels of a frame. */
	long pixels() {
		return (long) this.width * this.height;
	}

}
