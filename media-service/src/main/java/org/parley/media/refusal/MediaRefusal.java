package org.parley.media.refusal;

/** Why a file is refused. */
public enum MediaRefusal {

	/** The file is no picture or video of a supported format. */
	TYPE_UNSUPPORTED("media.type-unsupported"),
	/** The content is not of the declared content type. */
	TYPE_MISMATCH("media.type-mismatch"),
	/** There is no program that decodes videos. */
	VIDEO_UNSUPPORTED("media.video-unsupported"),
	/** The content is not the declared one. */
	CHECKSUM_MISMATCH("media.checksum-mismatch"),
	/** The file ends before the picture or video. */
	TRUNCATED("media.truncated"),
	/** The file continues after the picture or video. */
	TRAILING_BYTES("media.trailing-bytes"),
	/** A picture, all its frames together, or a frame of a video has too many pixels. */
	TOO_MANY_PIXELS("media.too-many-pixels"),
	/** The video is too long. */
	TOO_LONG("media.too-long"),
	/** Decoding exceeds the limits of time or memory. */
	TOO_COMPLEX("media.too-complex"),
	/** The file is damaged. */
	UNDECODABLE("media.undecodable");

	private final String code;

	MediaRefusal(String code) {
		this.code = code;
	}

	public String code() {
		return this.code;
	}

}
