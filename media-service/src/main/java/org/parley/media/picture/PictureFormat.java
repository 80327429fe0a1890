package org.parley.media.picture;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A supported format. */
enum PictureFormat {

	JPEG, PNG, GIF, WEBP,
	/** The decoder of pictures does not know it. */
	BMP,
	/** AVIF, and HEIC, which not every libvips decodes. */
	HEIF;

	private static final Set<String> BRANDS = Set.of("avif", "avis", "mif1", "msf1", "heic", "heix", "heim", "heis");

	/** The length of the longest beginning. */
	static final int HEAD = 12;

	/**
	 * Finds the format of a file.
	 * @param head its first twelve bytes, as characters
	 */
	static Optional<PictureFormat> find(String head) {
		return Stream.of(values()).filter((format) -> format.begins(head)).findFirst();
	}

	private boolean begins(String head) {
		return switch (this) {
			case JPEG -> head.startsWith("\u00FF\u00D8\u00FF");
			case PNG -> head.startsWith("\u0089PNG\r\n\u001A\n");
			case GIF -> head.startsWith("GIF87a") || head.startsWith("GIF89a");
			case HEIF ->
				head.startsWith("ftyp", 4) && head.length() >= HEAD && BRANDS.contains(head.substring(8, HEAD));
			// Two letters alone begin texts, too; four zeros follow the size.
			case BMP -> head.startsWith("BM") && head.startsWith("\0\0\0\0", 6);
			case WEBP -> head.startsWith("RIFF") && head.startsWith("WEBP", 8);
		};
	}

}
