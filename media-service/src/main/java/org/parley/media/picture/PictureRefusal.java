package org.parley.media.picture;

/** Why a file is refused. */
public enum PictureRefusal {

	/** The file is no picture or video of a supported format. */
	TYPE_UNSUPPORTED("media.type-unsupported"),
	/** The content is not of the declared content type. */
	TYPE_MISMATCH("media.type-mismatch"),
	/** This version decodes no videos. */
	VIDEO_UNSUPPORTED("media.video-unsupported"),
	/** The content is not the declared one. */
	CHECKSUM_MISMATCH("media.checksum-mismatch"),
	/** The file ends before the picture. */
	TRUNCATED("media.truncated"),
	/** The file continues after the picture. */
	TRAILING_BYTES("media.trailing-bytes"),
	/** The picture, or all its frames together, have too many pixels. */
	TOO_MANY_PIXELS("media.too-many-pixels"),
	/** Decoding exceeds the limits of time or memory. */
	TOO_COMPLEX("media.too-complex"),
	/** The file is damaged. */
	UNDECODABLE("media.undecodable");

	private final String code;

	PictureRefusal(String code) {
		this.code = code;
	}

	public String code() {
		return this.code;
	}

}
