package org.parley.media.picture;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

/**
 * Reads the chunks of a WebP file up to its end.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649#section-2">RFC 9649, section 2</a>
 */
final class WebpReader {

	private final PictureBytes bytes;

	private int width;

	private int height;

	private int frames;

	private boolean isExtended;

	WebpReader(PictureBytes bytes) {
		this.bytes = bytes;
	}

	PictureStructure read() {
		this.bytes.skip(4);
		var end = this.bytes.nextLittle(4) + 8;
		this.bytes.skip(4);
		while (this.bytes.place() < end && this.bytes.hasMore()) {
			readChunk();
		}
		if (this.width < 1 || this.height < 1) {
			throw new MediaRefusedException(
					(this.bytes.place() < end) ? MediaRefusal.TRUNCATED : MediaRefusal.UNDECODABLE);
		}
		return new PictureStructure(PictureFormat.WEBP, this.width, this.height, Math.max(1, this.frames),
				this.bytes.place(), true);
	}

	private void readChunk() {
		var type = this.bytes.nextText(4);
		var length = this.bytes.nextLittle(4);
		var start = this.bytes.place();
		switch (type) {
			case "VP8X" -> readCanvas();
			case "VP8 " -> readLossy();
			case "VP8L" -> readLossless();
			case "ANMF" -> this.frames++;
			default -> {
				// carries no pixels
			}
		}
		this.bytes.skip(length - (this.bytes.place() - start));
		this.bytes.skip(Math.min(length & 1, this.bytes.remaining()));
	}

	private void readCanvas() {
		this.isExtended = true;
		this.bytes.skip(4);
		this.width = (int) this.bytes.nextLittle(3) + 1;
		this.height = (int) this.bytes.nextLittle(3) + 1;
	}

	private void readLossy() {
		this.bytes.skip(6);
		grow((int) this.bytes.nextLittle(2) & 0x3FFF, (int) this.bytes.nextLittle(2) & 0x3FFF);
	}

	private void readLossless() {
		this.bytes.skip(1);
		var sizes = this.bytes.nextLittle(4);
		grow((int) (sizes & 0x3FFF) + 1, (int) (sizes >> 14 & 0x3FFF) + 1);
	}

	/** A picture larger than the canvas that the file declares is a lie. */
	private void grow(int pictureWidth, int pictureHeight) {
		if (this.isExtended && (pictureWidth > this.width || pictureHeight > this.height)) {
			throw PictureBytes.damaged();
		}
		this.width = Math.max(this.width, pictureWidth);
		this.height = Math.max(this.height, pictureHeight);
	}

}
