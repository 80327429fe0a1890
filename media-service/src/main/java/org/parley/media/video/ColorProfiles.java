package org.parley.media.video;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Puts colour profiles into pictures that ffmpeg has made. It keeps none.
 *
 * @see <a href="https://www.color.org/specification/ICC.2-2023.pdf">ICC.2, annex on
 * embedding</a>
 */
final class ColorProfiles {

	private static final byte[] MARK_OF_JPEG = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);

	/** Of a segment of JPEG, its length included. */
	private static final int MAX_SEGMENT = 65_535;

	/** A chunk's type, the name of the profile, and that it is compressed. */
	private static final byte[] MARK_OF_PNG = "iCCPicc\0\0".getBytes(StandardCharsets.ISO_8859_1);

	private static final int TYPE = 4;

	/** The signature and the header of a PNG, behind which the profile stands. */
	private static final int HEAD_OF_PNG = 8 + 25;

	private ColorProfiles() {
	}

	/** Puts it behind the first mark; one that is too long is left out. */
	static byte[] inJpeg(byte[] jpeg, byte[] profile) {
		var length = 2 + MARK_OF_JPEG.length + profile.length;
		if (profile.length == 0 || length > MAX_SEGMENT) {
			return jpeg;
		}
		var file = new ByteArrayOutputStream();
		file.write(jpeg, 0, 2);
		file.writeBytes(new byte[] { (byte) 0xFF, (byte) 0xE2, (byte) (length >> 8), (byte) length });
		file.writeBytes(MARK_OF_JPEG);
		file.writeBytes(profile);
		file.write(jpeg, 2, jpeg.length - 2);
		return file.toByteArray();
	}

	static byte[] inPng(byte[] png, byte[] profile) {
		if (profile.length == 0 || png.length < HEAD_OF_PNG) {
			return png;
		}
		var content = new ByteArrayOutputStream();
		content.writeBytes(MARK_OF_PNG);
		content.writeBytes(compressed(profile));
		var chunk = content.toByteArray();
		var checksum = new CRC32();
		checksum.update(chunk);
		return ByteBuffer.allocate(png.length + 2 * TYPE + chunk.length)
			.put(png, 0, HEAD_OF_PNG)
			.putInt(chunk.length - TYPE)
			.put(chunk)
			.putInt((int) checksum.getValue())
			.put(png, HEAD_OF_PNG, png.length - HEAD_OF_PNG)
			.array();
	}

	private static byte[] compressed(byte[] content) {
		var compressed = new ByteArrayOutputStream();
		try (var deflater = new DeflaterOutputStream(compressed)) {
			deflater.write(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return compressed.toByteArray();
	}

}
