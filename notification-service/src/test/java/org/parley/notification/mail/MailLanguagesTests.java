package org.parley.notification.mail;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** The languages of mails, compared with the message files. */
class MailLanguagesTests {

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
