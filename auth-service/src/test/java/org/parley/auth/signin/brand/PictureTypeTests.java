package org.parley.auth.signin.brand;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "<svg/> | <svg NS/>", "<svg viewBox='0 0 9 9'><g/></svg> | <svg NS viewBox='0 0 9 9'><g/></svg>",
					"<svg title='a > xmlns=b'/> | <svg NS title='a > xmlns=b'/>",
					"<?xml version='1.0'?><svg>é</svg> | <?xml version='1.0'?><svg NS>é</svg>", "<svg NS/> | <svg NS/>",
					"<svg id='a'\\nxmlns = 'b'/> | <svg id='a'\\nxmlns = 'b'/>",
					"<svg:svg xmlns:svg='b'><svg:g/></svg:svg> | <svg:svg xmlns:svg='b'><svg:g/></svg:svg>" })
	void pictureWithoutNamespaceGetsIt(String file, String shown) {
		var svg = bytes(file);
		var type = PictureType.of(svg).orElseThrow();
		assertThat(type.withNamespace(svg)).isEqualTo(bytes(shown));
	}

	@Test
	void otherPictureStaysAsItIs() {
		var png = bytes("\u0089PNG\r\n\u001a\n<svg>");
		assertThat(PictureType.PNG.withNamespace(png)).isSameAs(png);
	}

	private static byte[] bytes(String text) {
		return text.replace("NS", "xmlns=\"http://www.w3.org/2000/svg\"")
			.replace("\\n", "\n")
			.getBytes(StandardCharsets.ISO_8859_1);
	}

}
