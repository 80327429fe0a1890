package org.parley.media.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

/**
 * Recognizes the format of a video by its content, and reads what it says about its
 * pictures without decoding them, so that ffmpeg never guesses what a file is. Bytes
 * behind the end of the video are ignored, as are tracks without pictures and sound.
 */
final class VideoStructures {

	/** The pixels of a frame: 8192 by 4352. */
	static final long MAX_PIXELS = 35_651_584;

	/** A minute, and half a second since formats count in frames. */
	static final Duration MAX_DURATION = Duration.ofMillis(60_500);

	/** More tracks are a bomb. */
	static final int MAX_TRACKS = 32;

	private VideoStructures() {
	}

	/**
	 * Reads the structure of a file.
	 * @throws MediaRefusedException if the file is refused
	 */
	static VideoStructure read(Path file) {
		var structure = map(file);
		if (structure.pixels() > MAX_PIXELS) {
			throw new MediaRefusedException(MediaRefusal.TOO_MANY_PIXELS);
		}
		if (structure.duration().compareTo(MAX_DURATION) > 0) {
			throw new MediaRefusedException(MediaRefusal.TOO_LONG);
		}
		return structure;
	}

	private static VideoStructure map(Path file) {
		try (var channel = FileChannel.open(file, StandardOpenOption.READ); var arena = Arena.ofConfined()) {
			return read(channel.map(MapMode.READ_ONLY, 0, channel.size(), arena).asByteBuffer());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static VideoStructure read(ByteBuffer file) {
		try {
			var format = format(file);
			return switch (format) {
				case MP4 -> new Mp4Reader(file).read();
				case WEBM -> new WebmReader(file).read();
				case AVI, TRANSPORT_STREAM, PROGRAM_STREAM -> new VideoStructure(format, 0, 0, Duration.ZERO);
			};
		}
		catch (BufferUnderflowException ex) {
			throw file.hasRemaining() ? damaged() : new MediaRefusedException(MediaRefusal.TRUNCATED);
		}
	}

	private static VideoFormat format(ByteBuffer file) {
		var bytes = new byte[Math.min(VideoFormat.HEAD, file.remaining())];
		file.get(0, bytes);
		var head = new String(bytes, StandardCharsets.ISO_8859_1);
		return VideoFormat.find(head).orElseThrow(() -> new MediaRefusedException(MediaRefusal.TYPE_UNSUPPORTED));
	}

	/** Takes the next bytes of a file. */
	static ByteBuffer take(ByteBuffer file, long length) {
		if (length < 0) {
			throw damaged();
		}
		if (length > file.remaining()) {
			throw new MediaRefusedException(MediaRefusal.TRUNCATED);
		}
		var taken = file.slice(file.position(), (int) length);
		file.position(file.position() + (int) length);
		return taken;
	}

	/** Refuses a file whose structure is damaged. */
	static MediaRefusedException damaged() {
		return new MediaRefusedException(MediaRefusal.UNDECODABLE);
	}

	/**
	 * The description of a video in its file. Streams without one name no other files,
	 * and ffmpeg refuses their frames if they are too large.
	 *
	 * @param width the stored width in pixels; zero if the file is a stream
	 * @param height the stored height in pixels; zero if the file is a stream
	 * @param duration the duration; zero if the file does not say, as those of some
	 * recorders
	 */
	record VideoStructure(VideoFormat format, int width, int height, Duration duration) {

		long pixels() {
			return (long) this.width * this.height;
		}

	}

}
