package org.parley.media.picture;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

/**
 * Reads the segments of a JPEG file up to its end.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex B</a>
 */
final class JpegReader {

	private static final int START = 0xD8;

	private static final int END = 0xD9;

	private static final int SCAN = 0xDA;

	/** The bytes of a frame that have its size. */
	private static final int FRAME = 5;

	/** Each scan of a progressive picture is decoded over all its pixels. */
	private static final int MAX_SCANS = 100;

	private final PictureBytes bytes;

	private int width;

	private int height;

	private int scans;

	JpegReader(PictureBytes bytes) {
		this.bytes = bytes;
	}

	PictureStructure read() {
		this.bytes.skip(1);
		if (this.bytes.next() != START) {
			throw PictureBytes.damaged();
		}
		var isEnded = readSegments();
		if (this.scans == 0) {
			throw PictureBytes.damaged();
		}
		return new PictureStructure(PictureFormat.JPEG, this.width, this.height, 1, this.bytes.place(), isEnded);
	}

	/** Reads up to the end mark, or to the end of the file, which some cameras forget. */
	private boolean readSegments() {
		try {
			var marker = nextMarker();
			while (marker != END) {
				marker = readSegment(marker);
			}
			return true;
		}
		catch (MediaRefusedException ex) {
			if (this.scans == 0 || ex.refusal() != MediaRefusal.TRUNCATED) {
				throw ex;
			}
			this.bytes.skip(this.bytes.remaining());
			return false;
		}
	}

	/** Reads a segment and returns the next marker. */
	private int readSegment(int marker) {
		if (marker == START) {
			throw PictureBytes.damaged();
		}
		if (marker <= 1 || isRestart(marker)) {
			return nextMarker();
		}
		var length = this.bytes.nextShort() - 2;
		if (length < 0) {
			throw PictureBytes.damaged();
		}
		if (isFrame(marker)) {
			readFrame(length);
			return nextMarker();
		}
		this.bytes.skip(length);
		return (marker == SCAN) ? skipScan() : nextMarker();
	}

	private void readFrame(int length) {
		if (this.width > 0 || length < FRAME) {
			throw PictureBytes.damaged();
		}
		this.bytes.skip(1);
		this.height = this.bytes.nextShort();
		this.width = this.bytes.nextShort();
		this.bytes.skip((long) length - FRAME);
		if (this.width == 0 || this.height == 0) {
			throw PictureBytes.damaged();
		}
	}

	/** Skips the compressed data of a scan and returns the marker after it. */
	private int skipScan() {
		if (this.width == 0) {
			throw PictureBytes.damaged();
		}
		if (++this.scans > MAX_SCANS) {
			throw new MediaRefusedException(MediaRefusal.TOO_COMPLEX);
		}
		while (true) {
			if (this.bytes.next() == 0xFF) {
				var marker = skipFill();
				if (marker != 0 && !isRestart(marker)) {
					return marker;
				}
			}
		}
	}

	/** Skips bytes between segments, as decoders do. */
	private int nextMarker() {
		while (this.bytes.next() != 0xFF) {
			// belongs to no segment
		}
		return skipFill();
	}

	private int skipFill() {
		var marker = this.bytes.next();
		while (marker == 0xFF) {
			marker = this.bytes.next();
		}
		return marker;
	}

	private static boolean isRestart(int marker) {
		return marker >= 0xD0 && marker <= 0xD7;
	}

	/** The other markers of this range define tables. */
	private static boolean isFrame(int marker) {
		return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
	}

}
