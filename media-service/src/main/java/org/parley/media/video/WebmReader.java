package org.parley.media.video;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;
import org.parley.media.video.VideoStructures.VideoStructure;

/**
 * Reads the elements of a WebM or Matroska file up to its first pictures. Recorders write
 * segments of unknown size.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9559">RFC 9559</a>
 */
final class WebmReader {

	private static final int DOCUMENT_TYPE = 0x4282;

	private static final int SEGMENT = 0x18538067;

	private static final int INFORMATION = 0x1549A966;

	private static final int TIMESTAMP_SCALE = 0x2AD7B1;

	private static final int DURATION = 0x4489;

	private static final int TRACKS = 0x1654AE6B;

	private static final int TRACK = 0xAE;

	private static final int VIDEO = 0xE0;

	private static final int WIDTH = 0xB0;

	private static final int HEIGHT = 0xBA;

	private static final int CLUSTER = 0x1F43B675;

	/** WebM is a part of Matroska, which recorders of browsers write for other codecs. */
	private static final Set<String> TYPES = Set.of("webm", "matroska");

	private static final long UNKNOWN = -1;

	private final ByteBuffer file;

	private double scale = 1_000_000;

	private double length;

	private int width;

	private int height;

	private int tracks;

	WebmReader(ByteBuffer file) {
		this.file = file;
	}

	VideoStructure read() {
		readId(this.file);
		readHeader(VideoStructures.take(this.file, readSize(this.file)));
		if (readId(this.file) != SEGMENT) {
			throw VideoStructures.damaged();
		}
		var size = readSize(this.file);
		var isCutOff = size == UNKNOWN || size > this.file.remaining();
		readSegment(isCutOff ? this.file : VideoStructures.take(this.file, size));
		if (this.tracks == 0) {
			throw new MediaRefusedException(MediaRefusal.TRUNCATED);
		}
		var nanoseconds = this.length * this.scale;
		if (this.width < 1 || this.height < 1 || !(nanoseconds >= 0)) {
			throw VideoStructures.damaged();
		}
		return new VideoStructure(VideoFormat.WEBM, this.width, this.height, Duration.ofNanos((long) nanoseconds));
	}

	private static void readHeader(ByteBuffer header) {
		while (header.hasRemaining()) {
			var id = readId(header);
			var content = VideoStructures.take(header, readSize(header));
			if (id == DOCUMENT_TYPE && TYPES.contains(StandardCharsets.ISO_8859_1.decode(content).toString())) {
				return;
			}
		}
		throw new MediaRefusedException(MediaRefusal.TYPE_UNSUPPORTED);
	}

	private void readSegment(ByteBuffer segment) {
		while (segment.hasRemaining()) {
			var id = readId(segment);
			var size = readSize(segment);
			switch (id) {
				case INFORMATION -> readInformation(VideoStructures.take(segment, size));
				case TRACKS -> readTracks(VideoStructures.take(segment, size));
				case CLUSTER -> {
					// Pictures, and what follows them, describe nothing.
					return;
				}
				default -> VideoStructures.take(segment, size);
			}
		}
	}

	private void readInformation(ByteBuffer information) {
		while (information.hasRemaining()) {
			var id = readId(information);
			var content = VideoStructures.take(information, readSize(information));
			switch (id) {
				case TIMESTAMP_SCALE -> this.scale = readNumber(content);
				case DURATION -> this.length = (content.remaining() == 4) ? content.getFloat() : content.getDouble();
				default -> {
					// says nothing about the duration
				}
			}
		}
	}

	private void readTracks(ByteBuffer content) {
		while (content.hasRemaining()) {
			var id = readId(content);
			var track = VideoStructures.take(content, readSize(content));
			if (id != TRACK) {
				continue;
			}
			if (++this.tracks > VideoStructures.MAX_TRACKS) {
				throw new MediaRefusedException(MediaRefusal.TOO_COMPLEX);
			}
			readTrack(track);
		}
	}

	private void readTrack(ByteBuffer track) {
		while (track.hasRemaining()) {
			var id = readId(track);
			var content = VideoStructures.take(track, readSize(track));
			if (id == VIDEO) {
				readPictures(content);
			}
		}
	}

	private void readPictures(ByteBuffer video) {
		while (video.hasRemaining()) {
			var id = readId(video);
			var content = VideoStructures.take(video, readSize(video));
			switch (id) {
				case WIDTH -> this.width = Math.max(this.width, (int) readNumber(content));
				case HEIGHT -> this.height = Math.max(this.height, (int) readNumber(content));
				default -> {
					// says nothing about the size
				}
			}
		}
	}

	private static long readNumber(ByteBuffer content) {
		long number = 0;
		while (content.hasRemaining()) {
			number = number << 8 | (content.get() & 0xFF);
		}
		return number;
	}

	private static int readId(ByteBuffer elements) {
		var first = elements.get() & 0xFF;
		var length = Integer.numberOfLeadingZeros(first) - 23;
		if (length > 4) {
			throw VideoStructures.damaged();
		}
		return (int) readRest(elements, first, length);
	}

	private static long readSize(ByteBuffer elements) {
		var first = elements.get() & 0xFF;
		var length = Integer.numberOfLeadingZeros(first) - 23;
		if (length > 8) {
			throw VideoStructures.damaged();
		}
		var size = readRest(elements, first & (0xFF >> length), length);
		return (size == (1L << (7 * length)) - 1) ? UNKNOWN : size;
	}

	private static long readRest(ByteBuffer elements, int first, int length) {
		long number = first;
		for (int i = 1; i < length; i++) {
			number = number << 8 | (elements.get() & 0xFF);
		}
		return number;
	}

}
