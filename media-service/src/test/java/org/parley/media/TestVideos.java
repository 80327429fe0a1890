package org.parley.media;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import org.parley.localstack.LocalStack;

/** Makes videos, also hostile ones. */
public final class TestVideos {

	/** What the metadata of {@link #mp4} and {@link #webm} contain. */
	public static final String PLACE = "secret-place";

	private TestVideos() {
	}

	/** An MP4 with H.264 and AAC. */
	public static byte[] mp4(int width, int height, int seconds, String... options) {
		return encode("mp4", width, height, seconds,
				join(List.of("-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac"), options));
	}

	/** A WebM with VP8 and Opus. */
	public static byte[] webm(int width, int height, int seconds, String... options) {
		return encode("webm", width, height, seconds,
				join(List.of("-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus"), options));
	}

	/** A video of any format, by the options of ffmpeg. */
	public static byte[] encoded(String format, String... options) {
		return encode(format, 320, 180, 1, List.of(options));
	}

	/** An animation of ten pictures a second. */
	public static byte[] webp(int width, int height, int seconds) {
		return encode("webp", width, height, seconds,
				List.of("-an", "-c:v", "libwebp_anim", "-compression_level", "0", "-loop", "0"));
	}

	/** A video with a high dynamic range, as phones record it. */
	public static byte[] highRange(String transfer) {
		return encoded("mp4", "-c:v", "libx265", "-pix_fmt", "yuv420p10le", "-color_primaries", "bt2020", "-color_trc",
				transfer, "-colorspace", "bt2020nc", "-tag:v", "hvc1", "-c:a", "aac");
	}

	private static List<String> join(List<String> options, String... more) {
		var joined = new ArrayList<>(options);
		joined.addAll(List.of(more));
		return joined;
	}

	private static byte[] encode(String format, int width, int height, int seconds, List<String> options) {
		try {
			var file = Files.createTempFile("parley-test", "." + format);
			var command = new ArrayList<>(List.of(LocalStack.tool("ffmpeg").toString(), "-nostdin", "-y", "-f", "lavfi",
					"-i", "testsrc=size=%dx%d:rate=10:duration=%d".formatted(width, height, seconds), "-f", "lavfi",
					"-i", "sine=duration=" + seconds, "-metadata", "title=" + PLACE, "-metadata:s",
					"handler_name=" + PLACE, "-pix_fmt", "yuv420p", "-strict", "-2"));
			command.addAll(options);
			command.addAll(List.of("-f", format, file.toString()));
			var log = new File("target/test-videos.log");
			var process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(Redirect.appendTo(log))
				.start();
			if (process.onExit().join().exitValue() != 0) {
				throw new IllegalStateException("ffmpeg failed, see " + log);
			}
			var bytes = Files.readAllBytes(file);
			Files.delete(file);
			return bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Turns the pictures of an MP4 by a quarter when they are shown. */
	public static byte[] turned(byte[] mp4) {
		var header = new String(mp4, StandardCharsets.ISO_8859_1).indexOf("tkhd");
		var matrix = numbers(0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000);
		System.arraycopy(matrix, 0, mp4, header + 44, matrix.length);
		return mp4;
	}

	/** The structure of an MP4 without any frame. */
	public static byte[] bareMp4(int seconds, byte[]... tracks) {
		var movie = new ArrayList<byte[]>();
		movie.add(box("mvhd", numbers(0, 0, 0, 1000, seconds * 1000)));
		movie.addAll(List.of(tracks));
		return TestPictures.join(box("ftyp", text("isom"), numbers(0)), box("mdat", new byte[100]),
				box("moov", movie.toArray(byte[][]::new)));
	}

	/** A track of pictures whose data are in the file. */
	public static byte[] track(int width, int height) {
		return track("vide", width, height, 1);
	}

	/**
	 * A track.
	 * @param flags 1 if its data are in the file
	 */
	public static byte[] track(String handler, int width, int height, int flags) {
		var description = ByteBuffer.allocate(70).putShort(24, (short) width).putShort(26, (short) height).array();
		return box("trak", box("mdia", box("hdlr", numbers(0, 0), text(handler)),
				box("minf", box("dinf", box("dref", numbers(0, 1), box("url ", numbers(flags), text("/etc/passwd")))),
						box("stbl", box("stsd", numbers(0, 1), box("avc1", description))))));
	}

	/** A box of an MP4. */
	public static byte[] box(String type, byte[]... contents) {
		var content = TestPictures.join(contents);
		return TestPictures.join(numbers(content.length + 8), text(type), content);
	}

	/**
	 * The structure of a WebM of unknown length without any frame, as recorders write it.
	 */
	public static byte[] bareWebm(int width, int height, byte[]... elements) {
		return TestPictures.join(element(0x1A45DFA3, element(0x4282, text("webm"))), id(0x18538067),
				new byte[] { (byte) 0xFF },
				element(0x1654AE6B,
						element(0xAE, element(0xE0, element(0xB0, shorts(width)), element(0xBA, shorts(height))))),
				TestPictures.join(elements), id(0x1F43B675), new byte[] { (byte) 0xFF }, element(0xE7, shorts(0)),
				element(0xA3, new byte[40]));
	}

	/** An element of a WebM. */
	public static byte[] element(int id, byte[]... contents) {
		var content = TestPictures.join(contents);
		return TestPictures.join(id(id), ByteBuffer.allocate(8).putLong(content.length | 1L << 56).array(), content);
	}

	private static byte[] id(int id) {
		var bytes = new ByteArrayOutputStream();
		for (int shift = 24; shift >= 0; shift -= 8) {
			if (id >>> shift != 0) {
				bytes.write(id >>> shift);
			}
		}
		return bytes.toByteArray();
	}

	private static byte[] shorts(int value) {
		return ByteBuffer.allocate(2).putShort((short) value).array();
	}

	private static byte[] numbers(int... values) {
		var bytes = ByteBuffer.allocate(4 * values.length);
		for (int value : values) {
			bytes.putInt(value);
		}
		return bytes.array();
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

}
