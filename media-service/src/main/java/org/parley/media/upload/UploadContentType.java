package org.parley.media.upload;

import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The content types that can be declared, with their largest sizes. The content decides.
 */
enum UploadContentType {

	JPEG("image/jpeg", 10), JPG("image/jpg", 10), PNG("image/png", 10), APNG("image/apng", 10), GIF("image/gif", 10),
	WEBP("image/webp", 10), AVIF("image/avif", 10), HEIC("image/heic", 10), HEIF("image/heif", 10),
	BMP("image/bmp", 10), MP4("video/mp4", 50), QUICKTIME("video/quicktime", 50), M4V("video/x-m4v", 50),
	THREE_GPP("video/3gpp", 50), WEBM("video/webm", 50), MATROSKA("video/x-matroska", 50);

	private final String json;

	private final int limit;

	UploadContentType(String json, int limit) {
		this.json = json;
		this.limit = limit;
	}

	@JsonValue
	String json() {
		return this.json;
	}

	/** The type with a name; empty if it cannot be declared. */
	static Optional<UploadContentType> of(String json) {
		return Arrays.stream(values()).filter((type) -> type.json.equals(json)).findFirst();
	}

	/** The largest size in MiB. */
	int limit() {
		return this.limit;
	}

	boolean isVideo() {
		return this.json.startsWith("video/");
	}

	boolean permits(long size) {
		return size <= this.limit * 1024L * 1024;
	}

}
