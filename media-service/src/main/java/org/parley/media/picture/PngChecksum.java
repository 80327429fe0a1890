package org.parley.media.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Corrects the checksum behind the compressed pixels of a PNG, which browsers ignore and
 * the decoder of pictures does not. Some programs write a wrong one. Each chunk has a
 * checksum of its own, which tells this from damage.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#10Compression">PNG, section 10</a>
 */
final class PngChecksum {

	private static final int SIGNATURE = 8;

	/** The length and the type of a chunk. */
	private static final int HEAD = 8;

	/** The method of the compression, which precedes the pixels. */
	private static final int METHOD = 2;

	/** Pixels of four colors with 16 bits, and a byte before each row. */
	private static final long MAX_SIZE = 9 * PictureFile.MAX_PIXELS;

	private final byte[] png;

	private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();

	private int begin;

	private int end;

	private PngChecksum(byte[] png) {
		this.png = png;
	}

	/** The file with the right checksum; empty if it is right, or cannot be known. */
	static Optional<byte[]> correct(byte[] png) {
		return new PngChecksum(png).correct();
	}

	private Optional<byte[]> correct() {
		if (!readPixels() || this.pixels.size() <= METHOD) {
			return Optional.empty();
		}
		var file = ByteBuffer.wrap(this.png);
		return compressed().map((data) -> {
			var chunk = chunk(data);
			return ByteBuffer.allocate(this.begin + chunk.length + this.png.length - this.end)
				.put(file.slice(0, this.begin))
				.put(chunk)
				.put(file.slice(this.end, this.png.length - this.end))
				.array();
		});
	}

	/** Collects the pixels; false if a chunk of them is damaged. */
	private boolean readPixels() {
		var file = ByteBuffer.wrap(this.png);
		for (var at = SIGNATURE; at + HEAD + 4 <= this.png.length; at += HEAD + 4 + file.getInt(at)) {
			var length = file.getInt(at);
			if (length < 0 || length > this.png.length - at - HEAD - 4) {
				return false;
			}
			if (!"IDAT".equals(new String(this.png, at + 4, 4, StandardCharsets.ISO_8859_1))) {
				continue;
			}
			if (file.getInt(at + HEAD + length) != checksum(this.png, at + 4, length + 4)) {
				return false;
			}
			this.begin = (this.begin == 0) ? at : this.begin;
			this.end = at + HEAD + 4 + length;
			this.pixels.write(this.png, at + HEAD, length);
		}
		return true;
	}

	/**
	 * The compressed pixels with another checksum; empty if theirs is right, or they do
	 * not end.
	 */
	private Optional<byte[]> compressed() {
		var data = this.pixels.toByteArray();
		try (var inflater = new Inflater(true)) {
			inflater.setInput(data, METHOD, data.length - METHOD);
			var sum = new Adler32();
			var buffer = new byte[64 * 1024];
			while (!inflater.finished()) {
				var count = inflater.inflate(buffer);
				if ((count == 0 && !inflater.finished()) || inflater.getBytesWritten() > MAX_SIZE) {
					return Optional.empty();
				}
				sum.update(buffer, 0, count);
			}
			var length = METHOD + (int) inflater.getBytesRead();
			if (length + 4 == data.length && ByteBuffer.wrap(data).getInt(length) == (int) sum.getValue()) {
				return Optional.empty();
			}
			return Optional
				.of(ByteBuffer.wrap(Arrays.copyOf(data, length + 4)).putInt(length, (int) sum.getValue()).array());
		}
		catch (DataFormatException ex) {
			return Optional.empty();
		}
	}

	private static byte[] chunk(byte[] data) {
		var chunk = ByteBuffer.allocate(HEAD + 4 + data.length)
			.putInt(data.length)
			.put("IDAT".getBytes(StandardCharsets.ISO_8859_1))
			.put(data);
		return chunk.putInt(checksum(chunk.array(), 4, data.length + 4)).array();
	}

	private static int checksum(byte[] bytes, int begin, int length) {
		var checksum = new CRC32();
		checksum.update(bytes, begin, length);
		return (int) checksum.getValue();
	}

}
