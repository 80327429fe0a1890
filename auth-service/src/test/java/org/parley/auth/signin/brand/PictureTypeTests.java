package org.parley.auth.signin.brand;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PictureTypeTests {

	@ParameterizedTest
	@CsvSource({ "'\u0089PNG\r\n\u001a\n0000', image/png", "'\u00ff\u00d8\u00ff\u00e0', image/jpeg",
			"RIFF0000WEBPVP8, image/webp", "'<svg xmlns=\"http://www.w3.org/2000/svg\"/>', image/svg+xml",
			"'<?xml version=\"1.0\"?><svg/>', image/svg+xml", "'<?xml version=\"1.0\"?><html/>',", "RIFF0000WAVE,",
			"'<html><svg/></html>',", "'',", "x,", "GIF89a,", "PNG,", "'%PDF-1.7'," })
	void typeIsFoundFromContent(String file, @Nullable String mediaType) {
		var found = PictureType.of(file.getBytes(StandardCharsets.ISO_8859_1));
		assertThat(found.map(PictureType::mediaType).orElse(null)).isEqualTo(mediaType);
	}

}
