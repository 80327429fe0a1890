package org.parley.media.picture;

import org.parley.media.refusal.MediaRefusedException;

/**
 * Reads the blocks of a GIF file up to its end.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a, section 17 and
 * following</a>
 */
final class GifReader {

	private static final int IMAGE = 0x2C;

	private static final int EXTENSION = 0x21;

	private static final int END = 0x3B;

	private final PictureBytes bytes;

	private int width;

	private int height;

	private int frames;

	private int end;

	GifReader(PictureBytes bytes) {
		this.bytes = bytes;
	}

	PictureStructure read() {
		this.bytes.skip(6);
		this.width = (int) this.bytes.nextLittle(2);
		this.height = (int) this.bytes.nextLittle(2);
		var flags = this.bytes.next();
		this.bytes.skip(2);
		skipColors(flags);
		var isEnded = readBlocks();
		if (this.frames == 0 || this.width == 0 || this.height == 0) {
			throw PictureBytes.damaged();
		}
		return new PictureStructure(PictureFormat.GIF, this.width, this.height, this.frames, this.end, isEnded);
	}

	/** Reads up to the end mark, or to the last whole frame, as browsers do. */
	private boolean readBlocks() {
		try {
			var block = this.bytes.next();
			while (readBlock(block)) {
				block = this.bytes.next();
			}
			return block == END;
		}
		catch (MediaRefusedException ex) {
			if (this.frames == 0) {
				throw ex;
			}
			return false;
		}
	}

	/** Reads a block; false if it is the end mark, or none. */
	private boolean readBlock(int block) {
		switch (block) {
			case EXTENSION -> {
				this.bytes.skip(1);
				skipParts();
			}
			case IMAGE -> {
				readImage();
				skipParts();
				this.frames++;
				this.end = this.bytes.place();
			}
			default -> {
				return false;
			}
		}
		return true;
	}

	/** A frame may be larger than the picture, which then grows in some decoders. */
	private void readImage() {
		var left = (int) this.bytes.nextLittle(2);
		var top = (int) this.bytes.nextLittle(2);
		this.width = Math.max(this.width, left + (int) this.bytes.nextLittle(2));
		this.height = Math.max(this.height, top + (int) this.bytes.nextLittle(2));
		skipColors(this.bytes.next());
		this.bytes.skip(1);
	}

	private void skipColors(int flags) {
		if ((flags & 0x80) != 0) {
			this.bytes.skip(3L << ((flags & 7) + 1));
		}
	}

	private void skipParts() {
		var length = this.bytes.next();
		while (length != 0) {
			this.bytes.skip(length);
			length = this.bytes.next();
		}
	}

}
