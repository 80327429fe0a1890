package org.parley.platform.ai;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextRedactorTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Write to alice.liddell+forum@mail.example.org!|Write to [mail]!",
					"mailto:bob@example.org|mailto:[mail]", "Call +49 (30) 1234-5678 now|Call [phone] now",
					"0049301234567|[phone]", "(555) 123-4567|[phone]", "jörg@bücher.example|[mail]",
					"Call 030/1234567!|Call [phone]!", "(030) 123 45 67|[phone]", "0049-30-1234567|[phone]",
					"555-123-4567 works|[phone] works", "０９０－１２３４－５６７８|[phone]", "０９０ー１２３４ー５６７８|[phone]",
					"０３（１２３４）５６７８|[phone]", "＋81 90 1234 5678|[phone]", "555\u2011123\u20114567|[phone]",
					"555\u2013123\u20134567|[phone]", "01\u202f23\u202f45\u202f67\u202f89|[phone]",
					"\u206630 1234567\u2069|\u2066[phone]\u2069", "taro＠example.jp|[mail]", "राम@उदाहरण.भारत|[mail]",
					"Since 2024-05-01 at 5551234567|Since 2024-05-01 at [phone]" })
	void emailAndPhoneAreRedacted(String text, String redacted) {
		assertThat(TextRedactor.redact(text)).isEqualTo(redacted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "It has 12 to 15 leaves.", "In 2026 they were 1,200.", "@alice said so", "a @ b",
			"Version 4.0.7", "Version 10.15.7 of 2024-05-01", "Since 2026－11－29", "From 2019\u20132024", "In 1914-1918",
			"1,234,567", "3.14159265358979", "Seeds: 100, 200, 300", "It costs $1 and \\2" })
	void otherTextIsUnchanged(String text) {
		assertThat(TextRedactor.redact(text)).isEqualTo(text);
	}

	@Test
	@Timeout(5)
	void hostileTextIsRedactedInLinearTime() {
		var text = "1 ".repeat(25_000) + "a.".repeat(25_000) + "a".repeat(50_000) + "0 ".repeat(25_000) + "@";
		assertThat(TextRedactor.redact(text)).doesNotContain("1 1 1 1 1 1 1 1 1 1");
	}

	@Test
	void longEmailDomainOverflowsNoStack() {
		assertThat(TextRedactor.redact("a@b" + ".c".repeat(25_000))).startsWith("[mail]");
	}

}
