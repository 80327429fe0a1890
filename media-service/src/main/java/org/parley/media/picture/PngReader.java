package org.parley.media.picture;

/**
 * Reads the chunks of a PNG file up to its end. Of an animated one, only the first
 * picture is decoded.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#5DataRep">PNG, section 5</a>
 */
final class PngReader {

	private static final int SIGNATURE = 8;

	private static final int HEADER = 13;

	private final PictureBytes bytes;

	PngReader(PictureBytes bytes) {
		this.bytes = bytes;
	}

	PictureStructure read() {
		this.bytes.skip(SIGNATURE);
		if (this.bytes.nextInt() != HEADER || !this.bytes.nextText(4).equals("IHDR")) {
			throw PictureBytes.damaged();
		}
		var width = dimension();
		var height = dimension();
		this.bytes.skip(HEADER - 8L + 4);
		requirePixels();
		this.bytes.requireEnd();
		return new PictureStructure(PictureFormat.PNG, width, height, 1);
	}

	private int dimension() {
		var pixels = this.bytes.nextInt();
		if (pixels < 1 || pixels > Integer.MAX_VALUE) {
			throw PictureBytes.damaged();
		}
		return (int) pixels;
	}

	/** Skips all chunks, the last one included; one of them has pixels. */
	private void requirePixels() {
		var found = false;
		while (true) {
			var length = this.bytes.nextInt();
			var type = this.bytes.nextText(4);
			this.bytes.skip(length + 4);
			if (type.equals("IEND")) {
				break;
			}
			found = found || type.equals("IDAT");
		}
		if (!found) {
			throw PictureBytes.damaged();
		}
	}

}
