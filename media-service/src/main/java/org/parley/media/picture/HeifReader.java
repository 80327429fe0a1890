package org.parley.media.picture;

import java.util.List;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

/**
 * Reads the boxes of an AVIF or HEIC file that describe the sizes of its pictures. The
 * data of one that broke off are filled up.
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

	private long end;

	private boolean isEnded = true;

	private boolean hasData;

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
		return new PictureStructure(PictureFormat.HEIF, (int) this.width, (int) this.height, 1, (int) this.end,
				this.isEnded && this.hasData);
	}

	private void readBoxes(int level, long limit) {
		while (limit - this.bytes.place() >= HEADER) {
			var start = this.bytes.place();
			var size = this.bytes.nextInt();
			var type = this.bytes.nextText(4);
			var boxEnd = (size == 0) ? limit : start + ((size == 1) ? readLargeSize() : size);
			if (boxEnd > limit && this.width > 0) {
				fill(type, boxEnd);
				return;
			}
			if (boxEnd > limit || boxEnd < this.bytes.place()) {
				throw new MediaRefusedException(MediaRefusal.TRUNCATED);
			}
			if (type.equals(PATH.get(level))) {
				readBox(level, boxEnd);
			}
			this.hasData = this.hasData || type.equals("mdat");
			this.bytes.skip(boxEnd - this.bytes.place());
			this.end = boxEnd;
		}
	}

	private long readLargeSize() {
		return (this.bytes.remaining() < HEADER) ? HEADER : this.bytes.nextInt() << Integer.SIZE | this.bytes.nextInt();
	}

	private void fill(String type, long boxEnd) {
		if (!type.equals("mdat")) {
			return;
		}
		if (!this.bytes.canFill(boxEnd - this.bytes.place())) {
			throw new MediaRefusedException(MediaRefusal.TRUNCATED);
		}
		this.end = boxEnd;
		this.hasData = true;
		this.isEnded = false;
	}

	private void readBox(int level, long boxEnd) {
		switch (PATH.get(level)) {
			case "meta" -> {
				this.bytes.skip(4);
				readBoxes(level + 1, boxEnd);
			}
			case "ispe" -> {
				this.bytes.skip(4);
				this.width = Math.max(this.width, this.bytes.nextInt());
				this.height = Math.max(this.height, this.bytes.nextInt());
			}
			default -> readBoxes(level + 1, boxEnd);
		}
	}

}
