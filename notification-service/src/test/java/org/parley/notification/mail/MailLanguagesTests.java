package org.parley.notification.mail;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** The languages of mails, compared with the message files. */
class MailLanguagesTests {

	@ParameterizedTest
	@CsvSource({ "de-AT, de-AT", "pt-BR, pt-BR", "en-GB, en-GB", "ru, en", "zh-TW, en", "he, en" })
	void mailSaysTheLanguageInWhichItIs(Locale wanted, Locale written) {
		assertThat(MailLanguages.localeOf(wanted)).isEqualTo(written);
	}

	@Test
	void areThoseOfTheMessageFiles() throws IOException {
		var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages_*.properties");
		var tags = Arrays.stream(files)
			.map(Resource::getFilename)
			.map((name) -> name.substring("messages_".length(), name.indexOf('.')));

		assertThat(MailLanguages.ALL).extracting((locale) -> locale.toLanguageTag())
			.containsExactlyElementsOf(Stream.concat(Stream.of("en"), tags).sorted().toList());
	}

}
