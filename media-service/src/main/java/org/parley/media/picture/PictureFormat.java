package org.parley.media.picture;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A supported format. */
enum PictureFormat {

	JPEG, PNG, GIF, WEBP,
	/** The decoder of pictures does not know it. */
	BMP,
	/** AVIF, and HEIC, which not every libvips decodes. */
	HEIF;

	private static final Set<String> BRANDS = Set.of("avif", "avis", "mif1", "msf1", "heic", "heix", "heim", "heis");

	/** The first brands of videos, which may contain pictures, too. */
	private static final Set<String> VIDEOS = Set.of("isom", "mp41", "mp42", "M4V ", "avc1", "qt  ", "3gp4", "3gp5",
			"3gp6");

	/** The length of the longest beginning: that of a HEIF file with many brands. */
	static final int HEAD = 256;

	/** The place of the first brand of a HEIF file. */
	static final int BRAND = 8;

	/** The place of its version, which stands between the first brand and the others. */
	private static final int VERSION = 12;

	/**
	 * Finds the format of a file.
	 * @param head its first bytes, as characters
	 */
	static Optional<PictureFormat> find(String head) {
		return Stream.of(values()).filter((format) -> format.begins(head)).findFirst();
	}

	private boolean begins(String head) {
		return switch (this) {
			case JPEG -> head.startsWith("\u00FF\u00D8\u00FF");
			case PNG -> head.startsWith("\u0089PNG\r\n\u001A\n");
			case GIF -> head.startsWith("GIF87a") || head.startsWith("GIF89a");
			case HEIF -> head.startsWith("ftyp", 4) && findBrand(head).isPresent();
			// Two letters alone begin texts, too; four zeros follow the size.
			case BMP -> head.startsWith("BM") && head.startsWith("\0\0\0\0", 6);
			case WEBP -> head.startsWith("RIFF") && head.startsWith("WEBP", 8);
		};
	}

	/**
	 * Finds the first brand of a HEIF file that says that it is a picture. Its very first
	 * one may name a profile only; a file whose first one names a video is none.
	 * @param head its first bytes, as characters
	 */
	static Optional<String> findBrand(String head) {
		if (VIDEOS.stream().anyMatch((video) -> head.startsWith(video, BRAND))) {
			return Optional.empty();
		}
		var size = (head.length() < BRAND) ? 0 : head.charAt(2) << 8 | head.charAt(3);
		var end = Math.min(head.length(), Math.max(size, VERSION));
		return IntStream.iterate(BRAND, (place) -> place + 4 <= end, (place) -> place + 4)
			.filter((place) -> place != VERSION)
			.mapToObj((place) -> head.substring(place, place + 4))
			.filter(BRANDS::contains)
			.findFirst();
	}

}
