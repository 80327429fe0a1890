package org.parley.notification.mail.reply;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyAddressesTests {

	@ParameterizedTest
	@CsvSource({ "0123456789abcdefghijklmno, true", "abcdefghijklmnopqrstuvwx1-2026, true",
			"abcdefghijklmnopqrstuvwxy, false", "abcdefghijklmnopqrstuvwxy-2026, false", "garden-2026, false" })
	void tagsOfAnswersAreToldFromSlugs(String tag, boolean expected) {
		assertThat(ReplyAddresses.isOfAnswer(tag)).isEqualTo(expected);
	}

}
