package org.parley.media.picture;

import java.util.Optional;
import java.util.stream.Stream;

/** A supported format. */
public enum PictureFormat {

	JPEG("image/jpeg"), PNG("image/png"), GIF("image/gif"), WEBP("image/webp");

	private final String contentType;

	PictureFormat(String contentType) {
		this.contentType = contentType;
	}

	public String contentType() {
		return this.contentType;
	}

	/**
	 * Finds the format of a file.
	 * @param head its first twelve bytes, as characters
	 */
	public static Optional<PictureFormat> find(String head) {
		return Stream.of(values()).filter((format) -> format.begins(head)).findFirst();
	}

	private boolean begins(String head) {
		return switch (this) {
			case JPEG -> head.startsWith("\u00FF\u00D8\u00FF");
			case PNG -> head.startsWith("\u0089PNG\r\n\u001A\n");
			case GIF -> head.startsWith("GIF87a") || head.startsWith("GIF89a");
			case WEBP -> head.startsWith("RIFF") && head.startsWith("WEBP", 8);
		};
	}

}
