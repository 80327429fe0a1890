package org.parley.media.picture;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A supported format. */
public enum PictureFormat {

	JPEG("image/jpeg", "\u00FF\u00D8\u00FF"), PNG("image/png", "\u0089PNG\r\n\u001A\n"), GIF("image/gif", "GIF8[79]a"),
	WEBP("image/webp", "RIFF....WEBP");

	private final String contentType;

	private final Pattern head;

	PictureFormat(String contentType, String head) {
		this.contentType = contentType;
		this.head = Pattern.compile(head, Pattern.DOTALL);
	}

	public String contentType() {
		return this.contentType;
	}

	/**
	 * Finds the format of a file.
	 * @param head its first twelve bytes, as characters
	 */
	public static Optional<PictureFormat> find(String head) {
		return Arrays.stream(values()).filter((format) -> format.head.matcher(head).lookingAt()).findFirst();
	}

}
