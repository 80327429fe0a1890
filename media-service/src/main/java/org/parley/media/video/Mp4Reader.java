package org.parley.media.video;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;
import org.parley.media.video.VideoStructures.VideoStructure;

/**
 * Reads the boxes of an MP4 or QuickTime file. Refuses tracks whose data is elsewhere.
 *
 * @see <a href="https://www.iso.org/standard/83102.html">ISO/IEC 14496-12</a>
 */
final class Mp4Reader {

	private static final int BOX_HEADER = 8;

	/** The type {@code mdat} of a box. */
	private static final int DATA = 0x6D646174;

	private static final String PICTURES = "vide";

	private static final Set<String> SHOWN = Set.of(PICTURES, "soun");

	/** The place of the size in the description of a picture track. */
	private static final int SIZE = 24;

	private final ByteBuffer file;

	private Duration duration = Duration.ZERO;

	private int width;

	private int height;

	private int tracks;

	private boolean hasData;

	Mp4Reader(ByteBuffer file) {
		this.file = file;
	}

	VideoStructure read() {
		while (hasNext()) {
			if (isCutOff()) {
				this.hasData = true;
				break;
			}
			var box = next(this.file);
			switch (box.type()) {
				case "moov" -> readMovie(box.content());
				case "mdat" -> this.hasData = true;
				default -> {
					// says nothing about the pictures
				}
			}
		}
		if (this.tracks == 0 || !this.hasData) {
			throw new MediaRefusedException(MediaRefusal.TRUNCATED);
		}
		if (this.width < 1 || this.height < 1) {
			throw VideoStructures.damaged();
		}
		return new VideoStructure(VideoFormat.MP4, this.width, this.height, this.duration);
	}

	/** Bytes behind the last box that a video needs are not part of it. */
	private boolean hasNext() {
		if (this.file.remaining() < BOX_HEADER) {
			return false;
		}
		var size = Integer.toUnsignedLong(this.file.getInt(this.file.position()));
		var isBox = size <= 1 || (size >= BOX_HEADER && size <= this.file.remaining());
		return isBox || this.tracks == 0 || !this.hasData;
	}

	/** Whether the rest is the begin of the data, as in a recording that broke off. */
	private boolean isCutOff() {
		var place = this.file.position();
		return this.tracks > 0 && this.file.remaining() > BOX_HEADER
				&& Integer.toUnsignedLong(this.file.getInt(place)) > this.file.remaining()
				&& this.file.getInt(place + 4) == DATA;
	}

	private void readMovie(ByteBuffer movie) {
		while (movie.hasRemaining()) {
			var box = next(movie);
			switch (box.type()) {
				case "mvhd" -> readDuration(box.content());
				case "trak" -> readTrack(box.content());
				default -> {
					// says nothing about the pictures
				}
			}
		}
	}

	private void readDuration(ByteBuffer header) {
		var isLong = header.getInt() >>> 24 == 1;
		skip(header, isLong ? 16 : 8);
		var scale = Integer.toUnsignedLong(header.getInt());
		var length = isLong ? header.getLong() : header.getInt();
		if (scale == 0) {
			throw VideoStructures.damaged();
		}
		this.duration = Duration.ofSeconds(Math.max(0, length) / scale)
			.plusMillis(Math.max(0, length) % scale * 1000 / scale);
	}

	private void readTrack(ByteBuffer track) {
		if (++this.tracks > VideoStructures.MAX_TRACKS) {
			throw new MediaRefusedException(MediaRefusal.TOO_COMPLEX);
		}
		var media = require(track, "mdia");
		var handler = text(skip(require(media, "hdlr"), 8));
		if (!SHOWN.contains(handler)) {
			return;
		}
		var information = require(media, "minf");
		find(information.duplicate(), "dinf").flatMap((data) -> find(data, "dref")).ifPresent(Mp4Reader::requireInFile);
		if (handler.equals(PICTURES)) {
			readSize(require(require(information, "stbl"), "stsd"));
		}
	}

	/** A reference that is not marked as this file names another one. */
	private static void requireInFile(ByteBuffer references) {
		skip(references, BOX_HEADER);
		while (references.hasRemaining()) {
			if ((next(references).content().getInt() & 1) == 0) {
				throw VideoStructures.damaged();
			}
		}
	}

	private void readSize(ByteBuffer descriptions) {
		skip(descriptions, BOX_HEADER);
		var size = skip(next(descriptions).content(), SIZE);
		this.width = Math.max(this.width, Short.toUnsignedInt(size.getShort()));
		this.height = Math.max(this.height, Short.toUnsignedInt(size.getShort()));
	}

	private static ByteBuffer require(ByteBuffer parent, String type) {
		return find(parent.duplicate(), type).orElseThrow(VideoStructures::damaged);
	}

	private static Optional<ByteBuffer> find(ByteBuffer boxes, String type) {
		while (boxes.hasRemaining()) {
			var box = next(boxes);
			if (box.type().equals(type)) {
				return Optional.of(box.content());
			}
		}
		return Optional.empty();
	}

	private static Box next(ByteBuffer boxes) {
		var start = boxes.position();
		var size = Integer.toUnsignedLong(boxes.getInt());
		var type = text(boxes);
		if (size == 1) {
			size = boxes.getLong();
		}
		else if (size == 0) {
			size = (long) boxes.limit() - start;
		}
		return new Box(type, VideoStructures.take(boxes, size - (boxes.position() - start)));
	}

	private static String text(ByteBuffer bytes) {
		var text = new byte[4];
		bytes.get(text);
		return new String(text, StandardCharsets.ISO_8859_1);
	}

	private static ByteBuffer skip(ByteBuffer bytes, int count) {
		VideoStructures.take(bytes, count);
		return bytes;
	}

	private record Box(String type, ByteBuffer content) {
	}

}
