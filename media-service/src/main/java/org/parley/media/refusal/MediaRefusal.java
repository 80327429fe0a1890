package org.parley.media.refusal;

/** Why a file is refused. */
public enum MediaRefusal {

	/** The file begins as neither a picture nor a video of a supported format. */
	TYPE_UNSUPPORTED("media.type-unsupported"),
	/** There is no program that decodes videos. */
	VIDEO_UNSUPPORTED("media.video-unsupported"),
	/** A picture that was declared as a video is larger than pictures may be. */
	TOO_LARGE("media.too-large"),
	/** The content is not the declared one. */
	CHECKSUM_MISMATCH("media.checksum-mismatch"),
	/** The file ends before the picture or video. */
	TRUNCATED("media.truncated"),
	/** A picture, or a frame of a moving one or of a video, has too many pixels. */
	TOO_MANY_PIXELS("media.too-many-pixels"),
	/** The video is too long. */
	TOO_LONG("media.too-long"),
	/** Decoding exceeds the limits of time or memory. */
	TOO_COMPLEX("media.too-complex"),
	/** The file is damaged, or its codec is unknown. */
	UNDECODABLE("media.undecodable");

	private final String code;

	MediaRefusal(String code) {
		this.code = code;
	}

	/** The key of its sentence, too. */
	public String code() {
		return this.code;
	}

}
