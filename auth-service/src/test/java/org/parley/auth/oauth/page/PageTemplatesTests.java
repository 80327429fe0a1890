package org.parley.auth.oauth.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

class PageTemplatesTests {

	/**
	 * Browsers refuse mail addresses with quoted names, and some those of other scripts.
	 */
	@Test
	void serverDecidesWhichTextIsMailAddress() throws IOException {
		var templates = new PathMatchingResourcePatternResolver().getResources("classpath:templates/oauth/*.html");
		assertThat(templates).isNotEmpty();
		for (var template : templates) {
			assertThat(template.getContentAsString(StandardCharsets.UTF_8)).as(template.getFilename())
				.doesNotContain("type=\"email\"");
		}
	}

}
