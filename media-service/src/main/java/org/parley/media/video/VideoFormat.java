package org.parley.media.video;

import java.util.Arrays;
import java.util.Optional;

/** A supported format. */
enum VideoFormat {

	MP4("video/mp4", "mov", 4, "ftyp"), WEBM("video/webm", "matroska", 0, "\u001AE\u00DF\u00A3");

	private final String contentType;

	private final String demuxer;

	private final int place;

	private final String mark;

	VideoFormat(String contentType, String demuxer, int place, String mark) {
		this.contentType = contentType;
		this.demuxer = demuxer;
		this.place = place;
		this.mark = mark;
	}

	String contentType() {
		return this.contentType;
	}

	/** The only one of ffmpeg's readers that may read such a file. */
	String demuxer() {
		return this.demuxer;
	}

	/**
	 * Finds the format of a file.
	 * @param head its first bytes, as characters
	 */
	static Optional<VideoFormat> find(String head) {
		return Arrays.stream(values()).filter((format) -> head.startsWith(format.mark, format.place)).findFirst();
	}

}
