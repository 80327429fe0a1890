package org.parley.platform.text;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StorableTextTests {

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	@ParameterizedTest
	@ValueSource(strings = { "abc", " abc ", "🍅🍅🍅", "äöü", "abcde" })
	void printableTextIsValid(String line) {
		assertThat(isValid(line, null)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ab", " ab ", "🍅🍅", "abcdef", "   ", "ab\ncd", "ab\u0000cd", "abc\ud83d",
			"\udf45abc", "abc\u001b", "ab\u2028c", "ab\u2029c" })
	void unprintableOrWronglySizedTextIsInvalid(String line) {
		assertThat(isValid(line, null)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "\u200Babc", "می\u200Cخ", "👩\u200D🌾👩\u200D🌾👩\u200D🌾", "e\u0301\u0323bc", "...", "¡¡¡" })
	void visibleTextWithInvisibleCharactersIsValid(String line) {
		assertThat(isValid(line, null)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069",
			"\uffff", "\ufdd0", "\ud83f\udfff" })
	void lineDoesNotTurnTheTextAround(String turn) {
		assertThat(this.validator.validate(new Note("abc" + turn, null, "abc"))).singleElement()
			.extracting(ConstraintViolation::getMessage)
			.isEqualTo("must have no noncharacters, and none that turn the text around");
		assertThat(isValid("abc", turn + "abc")).isTrue();
		assertThat(this.validator.validate(new Query("abc" + turn))).isEmpty();
		assertThat(this.validator.validate(new Query(turn + "abc" + "\u0000"))).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "C++\u200f", "\u200eabc", "\u061cشاي", "שלו\u200f!", "می\u200cخو",
			"👨‍👩‍👧‍👦👩‍💻🏳️‍🌈", "\uf8ff Pie" })
	void lineHasMarksAndJoiners(String line) {
		assertThat(isValid(line, null)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "'ab\ncd', one line of text", "'ab\u2028cd', one line of text", "'ab\tcd', no control characters",
			"'ab\u001bc', no control characters", "'abc\ud83d', valid Unicode", "ab, 3 to 5 printable characters" })
	void refusalSaysWhatIsWrong(String line, String reason) {
		assertThat(this.validator.validate(new Note(line, null, "abc"))).singleElement()
			.extracting(ConstraintViolation::getMessage)
			.asString()
			.contains(reason);
	}

	@Test
	void lineBreaksAreValidOnlyInMultilineText() {
		assertThat(isValid("abc", "a\r\n\tb\u2028c")).isTrue();
		assertThat(isValid("abc", "a\u0000b")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "नमस्ते", "กำแพง", "e\u0301e\u0301e\u0301",
			"🇩🇪🇫🇷🇮🇹", "각각각", "☎️☎️☎️", "👍🏽👍🏿👍🏻", "a\r\nb" })
	void lengthsCountWhatPeopleSee(String text) {
		assertThat(isValid("abc", null, text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "👨‍👩‍👧‍👦", "👩🏽‍❤️‍💋‍👨🏿",
			"🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f", "👍🏽", "क्षि" })
	void textOfTheLongestCharactersIsValidUpToItsMaximum(String character) {
		assertThat(isValid(character.repeat(5), null)).isTrue();
		assertThat(isValid(character.repeat(6), null)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u3164\u3164\u3164", "\u2800\u2800\u2800", "\u200b\u200b\u200b", "\u200d\u200d\u200d",
			"\ufe0f\ufe0f\ufe0f", "\u00ad\u00ad\u00ad", "\ud834\udd59\ud834\udd59\ud834\udd59", "\uffa0\uffa0\uffa0",
			"a\u3164\u3164", "\u202e\u202d\u202c", "\u2060\u2060\u2060", "\u0301\u0301\u0301", "\u180e\u180e\u180e",
			"\u115f\u1160\uffa0", "\uffff\ufffe\ufdd0", "\ud83f\udfff\ud83f\udfff\ud83f\udfff" })
	void invisibleTextIsInvalid(String text) {
		assertThat(isValid(text, null)).isFalse();
	}

	@Test
	void optionalTextIsBlankOrVisible() {
		assertThat(isValid("abc", "")).isTrue();
		assertThat(isValid("abc", " \n")).isTrue();
		assertThat(isValid("abc", "\u3164")).isFalse();
		assertThat(isValid("abc", "\u200b \u2800\n")).isFalse();
		assertThat(isValid("abc", "\u200b!")).isTrue();
	}

	@Test
	void accentsOnOneLetterAreBounded() {
		assertThat(isValid("abc", null, "abc" + "\u0301".repeat(77))).isTrue();
		assertThat(isValid("abc", null, "abc" + "\u0301".repeat(78))).isFalse();
		assertThat(isValid("abc\u0301\u0302\u0303\u0304", null)).isTrue();
		assertThat(isValid("abc\u0301\u0302\u0303\u0304\u0305", null)).isFalse();
		assertThat(isValid("abc" + "\u0301".repeat(100_000), null)).isFalse();
	}

	private boolean isValid(String line, @Nullable String lines, String seen) {
		return this.validator.validate(new Note(line, lines, seen)).isEmpty();
	}

	private boolean isValid(String line, @Nullable String lines) {
		return isValid(line, lines, "abc");
	}

	/**
	 * A bean with a query.
	 *
	 * @param text what is sought
	 */
	record Query(@StorableText(max = 5, directions = true) String text) {
	}

	/**
	 * A bean with text properties.
	 *
	 * @param line a text of one line
	 * @param lines a text of several lines
	 * @param seen a text of three visible characters or more
	 */
	record Note(@StorableText(min = 3, max = 5) String line,
			@StorableText(max = 100, lines = true) @Nullable String lines,
			@StorableText(min = 2, max = 5, lines = true) String seen) {
	}

}
