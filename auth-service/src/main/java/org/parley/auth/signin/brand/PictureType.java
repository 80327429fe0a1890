package org.parley.auth.signin.brand;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The types of pictures, each found by how its files begin. */
enum PictureType {

	PNG("image/png", "\u0089PNG\r\n\u001a\n", 0, ""), JPEG("image/jpeg", "\u00ff\u00d8\u00ff", 0, ""),
	WEBP("image/webp", "RIFF", 8, "WEBP"), SVG("image/svg+xml", "<svg", 0, ""),
	SVG_DOCUMENT("image/svg+xml", "<?xml", 0, "");

	/** The name in a start tag that has neither a prefix nor a namespace. */
	private static final Pattern BARE_SVG = Pattern
		.compile("<svg(?=[\\s/>])(?=(?:(?!\\sxmlns\\s*+=)[^\"'<>]|\"[^\"<]*+\"|'[^'<]*+')*+>)");

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

	/**
	 * Returns the file as browsers show it: an SVG that was copied out of a web page
	 * lacks the namespace, without which it is no picture.
	 */
	byte[] withNamespace(byte[] file) {
		if (!this.mediaType.equals(SVG.mediaType)) {
			return file;
		}
		var text = new String(file, StandardCharsets.ISO_8859_1);
		return BARE_SVG.matcher(text)
			.replaceFirst("<svg xmlns=\"http://www.w3.org/2000/svg\"")
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	String mediaType() {
		return this.mediaType;
	}

}
