package org.parley.media.picture;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

/**
 * Reads the chunks of a PNG file up to its end.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#5DataRep">PNG, section 5</a>
 */
final class PngReader {

	private static final int SIGNATURE = 8;

	private static final int HEADER = 13;

	/** The length, the type and the checksum of a chunk. */
	private static final int FRAME = 12;

	private final PictureBytes bytes;

	private boolean hasPixels;

	private int frames = 1;

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
		var isEnded = readChunks();
		if (!this.hasPixels) {
			throw new MediaRefusedException(isEnded ? MediaRefusal.UNDECODABLE : MediaRefusal.TRUNCATED);
		}
		return new PictureStructure(PictureFormat.PNG, width, height, this.frames, this.bytes.place(), isEnded);
	}

	private int dimension() {
		var pixels = this.bytes.nextInt();
		if (pixels < 1 || pixels > Integer.MAX_VALUE) {
			throw PictureBytes.damaged();
		}
		return (int) pixels;
	}

	/** Skips all whole chunks up to the last one, which some programs forget. */
	private boolean readChunks() {
		while (this.bytes.remaining() >= FRAME && this.bytes.peekInt() <= this.bytes.remaining() - FRAME) {
			var length = this.bytes.nextInt();
			var type = this.bytes.nextText(4);
			if (type.equals("acTL") && length >= 4) {
				this.frames = Math.clamp(this.bytes.peekInt(), 1, Integer.MAX_VALUE);
			}
			this.bytes.skip(length + 4);
			if (type.equals("IEND")) {
				return true;
			}
			this.hasPixels = this.hasPixels || type.equals("IDAT");
		}
		return false;
	}

}
