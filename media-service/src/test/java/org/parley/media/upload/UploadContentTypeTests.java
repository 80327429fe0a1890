package org.parley.media.upload;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UploadContentTypeTests {

	private final JsonMapper mapper = JsonMapper.shared();

	@ParameterizedTest
	@EnumSource
	void typeIsReadAsItIsWritten(UploadContentType type) {
		assertThat(read(type.json())).isEqualTo(type);
		assertThat(this.mapper.writeValueAsString(type)).isEqualTo('"' + type.json() + '"');
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			IMAGE/JPEG                   | JPEG
			image/jpeg; charset=binary   | JPEG
			image/pjpeg                  | JPEG
			image/x-png                  | PNG
			image/x-ms-bmp               | BMP
			image/avif-sequence          | AVIF
			image/heic-sequence          | HEIC
			video/webm;codecs=vp8,opus   | WEBM
			video/mp4 ;codecs=avc1       | MP4
			Video/AVI                    | AVI
			video/matroska               | MATROSKA
			video/vnd.dlna.mpeg-tts      | MPEG_TS
			''                           | UNKNOWN
			;                            | UNKNOWN
			application/octet-stream     | UNKNOWN
			""")
	void otherNameOfATypeIsKnown(String name, UploadContentType type) {
		assertThat(read(name)).isEqualTo(type);
	}

	@ParameterizedTest
	@ValueSource(strings = { "image/svg+xml", "text/html", "image", "image/jpegs", "image/*", "null",
			"text/html;image/jpeg", "application/zip" })
	void otherTypeIsRefused(String name) {
		assertThat(UploadContentType.of(name)).isEmpty();
		assertThatExceptionOfType(InvalidFormatException.class).isThrownBy(() -> read(name))
			.satisfies((ex) -> assertThat(ex.getTargetType()).isEqualTo(UploadContentType.class));
	}

	private UploadContentType read(String name) {
		return this.mapper.readValue(this.mapper.writeValueAsString(name), UploadContentType.class);
	}

}
