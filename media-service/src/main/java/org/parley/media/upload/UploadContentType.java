package org.parley.media.upload;

import com.fasterxml.jackson.annotation.JsonValue;

/** The content types that can be uploaded, with their largest sizes. */
enum UploadContentType {

	JPEG("image/jpeg", 10), PNG("image/png", 10), GIF("image/gif", 10), WEBP("image/webp", 10), MP4("video/mp4", 50),
	WEBM("video/webm", 50);

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

	/** The largest size in MiB. */
	int limit() {
		return this.limit;
	}

	boolean isVideo() {
		return this == MP4 || this == WEBM;
	}

	boolean permits(long size) {
		return size <= this.limit * 1024L * 1024;
	}

}
