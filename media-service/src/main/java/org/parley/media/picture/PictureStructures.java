package org.parley.media.picture;

import java.nio.charset.StandardCharsets;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

/**
 * Recognizes the format of a file by its content, and reads its structure from the first
 * to the last byte without decoding it. So a bomb is refused before any decoder sees it,
 * and a file that is something else behind its picture is refused, too.
 */
public final class PictureStructures {

	/** The pixels of a picture, or of all its frames. */
	static final long MAX_PIXELS = 40_000_000;

	private static final int HEAD = 12;

	private PictureStructures() {
	}

	/**
	 * Reads the structure of a file.
	 * @param contentType the declared content type
	 * @throws MediaRefusedException if the file is refused
	 */
	public static PictureStructure read(byte[] bytes, String contentType) {
		var structure = read(bytes);
		if (!structure.format().contentType().equals(contentType)) {
			throw new MediaRefusedException(MediaRefusal.TYPE_MISMATCH);
		}
		if (structure.pixels() > MAX_PIXELS) {
			throw new MediaRefusedException(MediaRefusal.TOO_MANY_PIXELS);
		}
		return structure;
	}

	private static PictureStructure read(byte[] bytes) {
		var head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
		var format = PictureFormat.find(head)
			.orElseThrow(() -> new MediaRefusedException(
					isVideo(head) ? MediaRefusal.TYPE_MISMATCH : MediaRefusal.TYPE_UNSUPPORTED));
		var content = new PictureBytes(bytes);
		return switch (format) {
			case JPEG -> new JpegReader(content).read();
			case PNG -> new PngReader(content).read();
			case GIF -> new GifReader(content).read();
			case WEBP -> new WebpReader(content).read();
		};
	}

	private static boolean isVideo(String head) {
		return head.startsWith("ftyp", 4) || head.startsWith("\u001AE\u00DF\u00A3");
	}

}
