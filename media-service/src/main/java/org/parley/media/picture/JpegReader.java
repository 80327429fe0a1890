package org.parley.media.picture;

/**
 * Reads the segments of a JPEG file up to its end.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex B</a>
 */
final class JpegReader {

	private static final int START = 0xD8;

	private static final int END = 0xD9;

	private static final int SCAN = 0xDA;

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
		var marker = nextMarker();
		while (marker != END) {
			marker = readSegment(marker);
		}
		this.bytes.requireEnd();
		if (this.scans == 0) {
			throw PictureBytes.damaged();
		}
		return new PictureStructure(PictureFormat.JPEG, this.width, this.height, 1);
	}

	/** Reads a segment and returns the next marker. */
	private int readSegment(int marker) {
		if (marker == START || marker == 0 || isRestart(marker)) {
			throw PictureBytes.damaged();
		}
		var length = this.bytes.nextShort() - 2;
		if (isFrame(marker)) {
			readFrame(length);
			return nextMarker();
		}
		this.bytes.skip(length);
		return (marker == SCAN) ? skipScan() : nextMarker();
	}

	private void readFrame(int length) {
		if (this.width > 0) {
			throw PictureBytes.damaged();
		}
		this.bytes.skip(1);
		this.height = this.bytes.nextShort();
		this.width = this.bytes.nextShort();
		this.bytes.skip(length - 5L);
		if (this.width == 0 || this.height == 0) {
			throw PictureBytes.damaged();
		}
	}

	/** Skips the compressed data of a scan and returns the marker after it. */
	private int skipScan() {
		if (this.width == 0 || ++this.scans > MAX_SCANS) {
			throw PictureBytes.damaged();
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

	private int nextMarker() {
		if (this.bytes.next() != 0xFF) {
			throw PictureBytes.damaged();
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
