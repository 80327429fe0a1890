package org.parley.media.picture;

import java.util.Set;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

/**
 * Reads the chunks of a WebP file up to its end. Of one that broke off, the last whole
 * frame is the end, or the only picture is filled up.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649#section-2">RFC 9649, section 2</a>
 */
final class WebpReader {

	/** The frame, and the two formats of a picture. */
	private static final Set<String> PICTURES = Set.of("ANMF", "VP8 ", "VP8L");

	/** Decoders read zeros behind what is left of a lossy picture, not of another. */
	private static final Set<String> FILLED = Set.of("ANMF", "VP8 ");

	/** The type and the length of a chunk. */
	private static final int HEADER = 8;

	private final PictureBytes bytes;

	private int width;

	private int height;

	private int frames;

	private boolean isExtended;

	private boolean hasPixels;

	private int end;

	WebpReader(PictureBytes bytes) {
		this.bytes = bytes;
	}

	PictureStructure read() {
		this.bytes.skip(4);
		var declared = this.bytes.nextLittle(4) + 8;
		this.bytes.skip(4);
		this.end = this.bytes.place();
		var isEnded = readChunks(declared);
		if (!this.hasPixels || this.width < 1 || this.height < 1) {
			throw new MediaRefusedException((this.end < declared) ? MediaRefusal.TRUNCATED : MediaRefusal.UNDECODABLE);
		}
		return new PictureStructure(PictureFormat.WEBP, this.width, this.height, Math.max(1, this.frames), this.end,
				isEnded);
	}

	/** Reads chunks; false if the last one broke off. */
	private boolean readChunks(long declared) {
		while (this.bytes.place() < declared && this.bytes.hasMore()) {
			if (this.bytes.remaining() < HEADER) {
				return false;
			}
			var type = this.bytes.nextText(4);
			var length = this.bytes.nextLittle(4);
			var isWhole = length <= this.bytes.remaining();
			if (!isWhole && (this.hasPixels || !FILLED.contains(type) || !this.bytes.canFill(length))) {
				return false;
			}
			readChunk(type, length, isWhole);
			this.hasPixels = this.hasPixels || PICTURES.contains(type);
			if (!isWhole) {
				return false;
			}
		}
		return true;
	}

	private void readChunk(String type, long length, boolean isWhole) {
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
		this.end = start + (int) length;
		if (isWhole) {
			this.bytes.skip(this.end - this.bytes.place());
			this.bytes.skip(Math.min(length & 1, this.bytes.remaining()));
			this.end = this.bytes.place();
		}
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
