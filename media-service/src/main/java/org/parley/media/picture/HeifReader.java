package org.parley.media.picture;

import java.util.List;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

/**
 * Reads the boxes of an AVIF or HEIC file that describe the sizes of its pictures.
 *
 * @see <a href="https://www.iso.org/standard/83650.html">ISO/IEC 23008-12</a>
 */
final class HeifReader {

	private static final int HEADER = 8;

	/**
	 * The boxes around the size of a picture, and that itself; no others are followed.
	 */
	private static final List<String> PATH = List.of("meta", "iprp", "ipco", "ispe");

	private final PictureBytes bytes;

	private long width;

	private long height;

	HeifReader(PictureBytes bytes) {
		this.bytes = bytes;
	}

	PictureStructure read() {
		readBoxes(0, this.bytes.remaining());
		if (this.width < 1 || this.height < 1 || this.width > Integer.MAX_VALUE || this.height > Integer.MAX_VALUE) {
			throw PictureBytes.damaged();
		}
		return new PictureStructure(PictureFormat.HEIF, (int) this.width, (int) this.height, 1, this.bytes.place(),
				true);
	}

	private void readBoxes(int level, long end) {
		while (end - this.bytes.place() >= HEADER) {
			var boxEnd = readBoxEnd(end);
			if (boxEnd > end && this.width > 0) {
				return;
			}
			if (boxEnd > end || boxEnd < this.bytes.place() + HEADER) {
				throw new MediaRefusedException(MediaRefusal.TRUNCATED);
			}
			this.bytes.skip(4);
			if (this.bytes.nextText(4).equals(PATH.get(level))) {
				readBox(level, boxEnd);
			}
			this.bytes.skip(boxEnd - this.bytes.place());
		}
	}

	private long readBoxEnd(long end) {
		var size = this.bytes.peekInt();
		return (size == 0) ? end : this.bytes.place() + size;
	}

	private void readBox(int level, long end) {
		switch (PATH.get(level)) {
			case "meta" -> {
				this.bytes.skip(4);
				readBoxes(level + 1, end);
			}
			case "ispe" -> {
				this.bytes.skip(4);
				this.width = Math.max(this.width, this.bytes.nextInt());
				this.height = Math.max(this.height, this.bytes.nextInt());
			}
			default -> readBoxes(level + 1, end);
		}
	}

}
