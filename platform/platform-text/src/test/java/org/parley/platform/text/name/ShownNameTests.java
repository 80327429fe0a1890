package org.parley.platform.text.name;

import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShownNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "Alice Liddell", "Zoë", "Łukasz", "佐藤 花子", "محمد", "דוד", "नीलम", "ทักษิณ", "Ōe Kenzaburō",
			"O\u2019Brien", "X Æ A-12", "🦊", "👩‍💻", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏳️‍🌈", "👍🏽", "#️⃣", "☎︎",
			"❤️‍🔥",
			// Persian, Sinhala, Malayalam and Hindi spell with joiners.
			"علی‌رضا", "می‌خواهم", "ශ්‍රී ලංකා", "അവന്‍", "क्‍ष",
			// An ideograph with a variation, Mongolian with another one.
			"葛\udb40\udd00城", "ᠠ᠋", "e\u0301", "क़्", "ฏุ๊", "🧑🏻‍🤝‍🧑🏿", "👁️‍🗨️" })
	void nameOfAnyScriptIsValid(String name) {
		assertThat(ShownNameValidator.isName(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u00a0", "\u2003", "\u3000", "\u3164", "\u2800", "\u200b", "\ufeff", "\u00ad",
			"\u034f", "\u115f", "\u1160", "\uffa0", "\u17b4", "\ufe0f", "\u180e", "\ud834\udd59",
			"\udb40\udc41\udb40\udc42", "\u200d\u200c", "\u0301", "\u061c", " \u3164\u2800 " })
	void invisibleNameIsInvalid(String name) {
		assertThat(ShownNameValidator.isName(name)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u202ecilA", "Alice\u202e", "\u2067Alice\u2069", "Alice\u200e", "Alice\u200f",
			"\u061cAlice", "Al\u200bice", "Al\u200dice", "Al\u200cice", "Al\ufeffice", "Al\u00adice", "Al\u034fice",
			"Al\u3164ice", "Al\u2060ice", "Al\ufe0fice", "Al\udb40\udc41ice", "A\u180elice", "Alice\u200d",
			"\u200dAlice", "Alice\nBob", "Alice\u2028Bob", "Alice\u0000", "Alice\ud83d", "\udf45Alice", "Ali\ufff9ce",
			"👩\u200dAlice", "Alice\uffff", "Al\ufdd0ice", "Alice\ud83f\udfff" })
	void nameWithHiddenCharactersIsInvalid(String name) {
		assertThat(ShownNameValidator.isName(name)).isFalse();
	}

	@Test
	void messageNamesTheFault() {
		assertThat(messages("\u3164")).isEqualTo("must have 1 to 5 printable characters");
		assertThat(messages("Alice!")).isEqualTo("must have 1 to 5 printable characters");
		assertThat(messages("A\u200bl"))
			.isEqualTo("must have no invisible characters, and none that turn the text around");
		assertThat(messages("A\u0301\u0301l")).isEqualTo("must have at most four accents on a letter, and none twice");
		assertThat(messages("Alice")).isEmpty();
	}

	private static String messages(String name) {
		try (var factory = Validation.buildDefaultValidatorFactory()) {
			return factory.getValidator()
				.validate(new Label(name))
				.stream()
				.map(ConstraintViolation::getMessage)
				.collect(Collectors.joining());
		}
	}

	@Test
	void lengthsCountWhatPeopleSee() {
		var family = "👨‍👩‍👧‍👦";
		assertThat(ShownNameValidator.isName(family.repeat(30))).isTrue();
		assertThat(ShownNameValidator.isName(family, 2, 100)).isFalse();
		assertThat(ShownNameValidator.isName("नी".repeat(100))).isTrue();
		assertThat(ShownNameValidator.isName("नी".repeat(101))).isFalse();
		assertThat(ShownNameValidator.isName("a" + " ".repeat(99), 2, 100)).isFalse();
	}

	/**
	 * A bean with a name.
	 *
	 * @param name of five characters at most
	 */
	record Label(@ShownName(max = 5) String name) {
	}

}
