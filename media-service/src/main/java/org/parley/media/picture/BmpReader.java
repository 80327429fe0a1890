package org.parley.media.picture;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

/**
 * Reads the headers of a BMP file, of which every version begins with the same fields.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/gdi/bitmap-storage">Bitmap
 * storage</a>
 */
final class BmpReader {

	private static final int HEAD = 10;

	private static final int OLDEST_HEADER = 12;

	private final PictureBytes bytes;

	BmpReader(PictureBytes bytes) {
		this.bytes = bytes;
	}

	PictureStructure read() {
		this.bytes.skip(HEAD);
		var pixels = this.bytes.nextLittle(4);
		var size = (this.bytes.nextLittle(4) == OLDEST_HEADER) ? 2 : 4;
		var width = dimension(size);
		var height = dimension(size);
		if (pixels - this.bytes.place() >= this.bytes.remaining()) {
			throw new MediaRefusedException(MediaRefusal.TRUNCATED);
		}
		this.bytes.skip(this.bytes.remaining());
		return new PictureStructure(PictureFormat.BMP, width, height, 1, this.bytes.place(), true);
	}

	/** The height is negative if the first row is at the top. */
	private int dimension(int size) {
		var number = this.bytes.nextLittle(size);
		var pixels = (size == 2) ? number : Math.abs((long) (int) number);
		if (pixels < 1 || pixels > Integer.MAX_VALUE) {
			throw PictureBytes.damaged();
		}
		return (int) pixels;
	}

}
