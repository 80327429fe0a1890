package org.parley.notification.mail.unsubscribe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class UnsubscribePageTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "de-AT,en;q=0.5|de", "nl,fr;q=0.8,de;q=0.3|fr", "pt-BR|pt",
			"ar|ar", "nl|en", "*|en", "-|en", "''|en", "de;q=x|en", "en-GB,de|en" })
	void unknownLinkIsExplainedInLanguageOfBrowser(String accepted, String language) {
		assertThat(UnsubscribePage.localeOf(accepted)).hasToString(language);
	}

	@Test
	void formNamesItsOriginToGateway() throws IOException {
		assertThat(new ClassPathResource("mails/unsubscribe.html").getContentAsString(StandardCharsets.UTF_8))
			.contains("<meta name=\"referrer\" content=\"same-origin\"/>");
	}

}
