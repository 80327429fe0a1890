package org.parley.media.upload;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The content types that can be declared, with their largest sizes. The content decides.
 */
@JsonDeserialize(using = UploadContentType.Reader.class)
enum UploadContentType {

	JPEG("image/jpeg", 10), JPG("image/jpg", 10), PNG("image/png", 10), APNG("image/apng", 10), GIF("image/gif", 10),
	WEBP("image/webp", 10), AVIF("image/avif", 10), HEIC("image/heic", 10), HEIF("image/heif", 10),
	BMP("image/bmp", 10), MP4("video/mp4", 50), QUICKTIME("video/quicktime", 50), M4V("video/x-m4v", 50),
	THREE_GPP("video/3gpp", 50), WEBM("video/webm", 50), MATROSKA("video/x-matroska", 50), AVI("video/x-msvideo", 50),
	MPEG("video/mpeg", 50), MPEG_TS("video/mp2t", 50),
	/** A picture or a video; browsers say so of files whose names they do not know. */
	UNKNOWN("application/octet-stream", 50);

	/** Other names that browsers and programs give to these types. */
	private static final Map<String, UploadContentType> ALIASES = Map.ofEntries(Map.entry("", UNKNOWN),
			Map.entry("image/pjpeg", JPEG), Map.entry("image/x-png", PNG), Map.entry("image/vnd.mozilla.apng", APNG),
			Map.entry("image/avif-sequence", AVIF), Map.entry("image/heic-sequence", HEIC),
			Map.entry("image/heif-sequence", HEIF), Map.entry("image/x-bmp", BMP), Map.entry("image/x-ms-bmp", BMP),
			Map.entry("video/3gpp2", THREE_GPP), Map.entry("video/matroska", MATROSKA), Map.entry("video/avi", AVI),
			Map.entry("video/msvideo", AVI), Map.entry("video/vnd.avi", AVI),
			Map.entry("video/vnd.dlna.mpeg-tts", MPEG_TS));

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

	/**
	 * Finds the type with a name, whose case and parameters do not matter (RFC 9110,
	 * section 8.3.1); empty if it cannot be declared.
	 */
	static Optional<UploadContentType> of(String json) {
		var name = json.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
		return Arrays.stream(values())
			.filter((type) -> type.json.equals(name))
			.findFirst()
			.or(() -> Optional.ofNullable(ALIASES.get(name)));
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

	/** Reads a declared type. */
	static final class Reader extends ValueDeserializer<UploadContentType> {

		@Override
		public UploadContentType deserialize(JsonParser parser, DeserializationContext context) {
			var json = parser.getValueAsString("-");
			return of(json)
				.orElseThrow(() -> context.weirdStringException(json, UploadContentType.class, "cannot be declared"));
		}

	}

}
