package org.parley.media.picture;

import java.nio.charset.StandardCharsets;

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
	 * @throws PictureRefusedException if the file is refused
	 */
	public static PictureStructure read(byte[] bytes, String contentType) {
		var structure = read(bytes);
		if (!structure.format().contentType().equals(contentType)) {
			throw new PictureRefusedException(PictureRefusal.TYPE_MISMATCH);
		}
		if (structure.pixels() > MAX_PIXELS) {
			throw new PictureRefusedException(PictureRefusal.TOO_MANY_PIXELS);
		}
		return structure;
	}

	private static PictureStructure read(byte[] bytes) {
		var head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
		var content = new PictureBytes(bytes);
		if (head.startsWith("\u00FF\u00D8\u00FF")) {
			return new JpegReader(content).read();
		}
		if (head.startsWith("\u0089PNG\r\n\u001A\n")) {
			return new PngReader(content).read();
		}
		if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
			return new GifReader(content).read();
		}
		if (head.startsWith("RIFF") && head.endsWith("WEBP")) {
			return new WebpReader(content).read();
		}
		throw new PictureRefusedException(
				isVideo(head) ? PictureRefusal.VIDEO_UNSUPPORTED : PictureRefusal.TYPE_UNSUPPORTED);
	}

	private static boolean isVideo(String head) {
		return head.startsWith("ftyp", 4) || head.startsWith("\u001AE\u00DF\u00A3");
	}

}
