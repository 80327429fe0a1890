package org.parley.media.video;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A supported format. */
enum VideoFormat {

	/** MP4, and QuickTime and 3GP, from which it descends: cameras begin with any box. */
	MP4("mov"),
	/** WebM, and Matroska, of which it is a part. */
	WEBM("matroska");

	private static final Set<String> FIRST_BOXES = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot");

	private final String demuxer;

	VideoFormat(String demuxer) {
		this.demuxer = demuxer;
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
		return Arrays.stream(values()).filter((format) -> format.begins(head)).findFirst();
	}

	private boolean begins(String head) {
		return switch (this) {
			case MP4 -> head.length() >= 8 && FIRST_BOXES.contains(head.substring(4, 8));
			case WEBM -> head.startsWith("\u001AE\u00DF\u00A3");
		};
	}

}
