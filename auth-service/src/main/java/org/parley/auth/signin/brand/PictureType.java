package org.parley.auth.signin.brand;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The types of pictures, each found by how its files begin. */
enum PictureType {

	PNG("image/png", "\u0089PNG\r\n\u001a\n", 0, ""), JPEG("image/jpeg", "\u00ff\u00d8\u00ff", 0, ""),
	WEBP("image/webp", "RIFF", 8, "WEBP"), SVG("image/svg+xml", "<svg", 0, ""),
	SVG_DOCUMENT("image/svg+xml", "<?xml", 0, "");

	private final String mediaType;

	private final String start;

	private final int offset;

	private final String then;

	PictureType(String mediaType, String start, int offset, String then) {
		this.mediaType = mediaType;
		this.start = start;
		this.offset = offset;
		this.then = then;
	}

	static Optional<PictureType> of(byte[] file) {
		var text = new String(file, StandardCharsets.ISO_8859_1);
		return Arrays.stream(values())
			.filter((type) -> text.startsWith(type.start) && text.startsWith(type.then, type.offset))
			.filter((type) -> type != SVG_DOCUMENT || text.contains("<svg"))
			.findFirst();
	}

	String mediaType() {
		return this.mediaType;
	}

}
