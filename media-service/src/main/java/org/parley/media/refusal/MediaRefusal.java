package org.parley.media.refusal;

import java.util.Arrays;

/** Why a file is refused. */
public enum MediaRefusal {

	/** The file begins as neither a picture nor a video of a supported format. */
	TYPE_UNSUPPORTED("media.type-unsupported",
			"This is no picture or video that can be shown here. Save it as JPEG or MP4 and upload that."),
	/** There is no program that decodes videos. */
	VIDEO_UNSUPPORTED("media.video-unsupported", "This site takes no videos."),
	/** A picture that was declared as a video is larger than pictures may be. */
	TOO_LARGE("media.too-large", "A picture has at most 10 MiB."),
	/** The content is not the declared one. */
	CHECKSUM_MISMATCH("media.checksum-mismatch", "The file has changed on its way. Upload it again."),
	/** The file ends before the picture or video. */
	TRUNCATED("media.truncated", "The file is incomplete. Its end is missing."),
	/** A picture, or a frame of a moving one or of a video, has too many pixels. */
	TOO_MANY_PIXELS("media.too-many-pixels", "The picture has too many pixels. Upload a smaller one."),
	/** The video is too long. */
	TOO_LONG("media.too-long", "A video takes at most a minute."),
	/** Decoding exceeds the limits of time or memory. */
	TOO_COMPLEX("media.too-complex", "The file takes too long to convert. Upload a smaller or shorter one."),
	/** The file is damaged, or its codec is unknown. */
	UNDECODABLE("media.undecodable", "The file is damaged, or of a kind that cannot be read here.");

	private final String code;

	private final String sentence;

	MediaRefusal(String code, String sentence) {
		this.code = code;
		this.sentence = sentence;
	}

	public String code() {
		return this.code;
	}

	/** The sentence for a code; that of damaged files for a code of earlier versions. */
	public static String sentence(String code) {
		return Arrays.stream(values())
			.filter((refusal) -> refusal.code.equals(code))
			.findFirst()
			.orElse(UNDECODABLE).sentence;
	}

}
