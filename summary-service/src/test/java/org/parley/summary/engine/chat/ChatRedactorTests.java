package org.parley.summary.engine.chat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class ChatRedactorTests {

	@ParameterizedTest
	@CsvSource({ "Write to alice.b+c@mail.example.org now,Write to [mail] now", "über@müller.example,[mail]",
			"Call +49 30 1234567!,Call [phone]!", "Call 030/1234567,Call [phone]", "(030) 123 45 67,[phone]",
			"0049-30-1234567,[phone]", "555-123-4567 works,[phone] works", "(555) 123-4567,[phone]" })
	void emailAndPhoneAreRedacted(String text, String redacted) {
		assertThat(ChatRedactor.redact(text)).isEqualTo(redacted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "In 2026 it cost 1200 euros", "Version 10.15.7 of 2024-05-01", "see @alice",
			"3.14159265358979", "Seeds: 100, 200, 300" })
	void otherTextIsUnchanged(String text) {
		assertThat(ChatRedactor.redact(text)).isEqualTo(text);
	}

	@Test
	void hostileTextIsRedactedInLinearTime() {
		assertTimeout(Duration.ofSeconds(5), () -> {
			ChatRedactor.redact("a".repeat(50_000));
			ChatRedactor.redact("a@" + "b.".repeat(25_000));
			ChatRedactor.redact("0 ".repeat(25_000));
			ChatRedactor.redact("a.".repeat(25_000) + "@");
		});
	}

}
