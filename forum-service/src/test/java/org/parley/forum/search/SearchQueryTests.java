package org.parley.forum.search;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.FieldProblem;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SearchQueryTests {

	@Test
	void parsesWordsPhrasesAndExclusions() {
		var query = SearchQuery.parse("balcony \"North facing\" tomato's -peppers -\"Sun burn\"");
		assertThat(query.words()).containsExactly("balcony", "tomato", "s", "tomatos");
		assertThat(query.phrases()).containsExactly("north facing");
		assertThat(query.without()).containsExactly("peppers", "sun burn");
		assertThat(query.highlightedWords()).containsExactly("balcony", "tomato", "s", "tomatos", "north", "facing");
	}

	@Test
	void namesKeepTheirSigns() {
		assertThat(SearchQuery.parse("C# c++ .NET node.js a.b").words()).containsExactly("C#", "c++", ".NET", "node.js",
				"nodejs", "a.b", "ab");
		assertThat(SearchQuery.parse("tag:C#").tag()).isEqualTo("c#");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.2.3", "192.168.0.1", "2026-11-26", "10:30", "24/12", "3,14", "١.٢.٣", "🎉", "❤️",
			"👩🏽‍💻", "🇩🇪" })
	void numberWithSignsAndEmojiAreOneWord(String text) {
		assertThat(SearchQuery.parse("(" + text + ")").words()).contains(text).hasSizeLessThanOrEqualTo(2);
	}

	@Test
	void dividedWordsAreAlsoWhole() {
		var query = SearchQuery.parse("wi-fi \"a co-op\" -e-mail");
		assertThat(query.words()).containsExactly("wi", "fi", "wifi");
		assertThat(query.phrases()).containsExactly("a co-op");
		assertThat(query.without()).containsExactly("e-mail");
		assertThat(query.highlightedWords()).containsExactly("wi", "fi", "wifi", "a", "co", "op", "coop");
	}

	@Test
	void optionOfProgramIsWord() {
		var query = SearchQuery.parse("--force -peppers -- -");
		assertThat(query.words()).containsExactly("force");
		assertThat(query.without()).containsExactly("peppers");
	}

	@Test
	void lettersThatKeyboardsLackAreSpelled() {
		assertThat(SearchQuery.parse("größe").words()).containsExactly("größe", "groeße");
	}

	@Test
	void wordsOfLongQueryAreLimited() {
		var parts = IntStream.range(0, 50).mapToObj((at) -> "%c-%c".formatted(0x430 + at, 0x10D0 + at));
		assertThat(SearchQuery.parse(parts.collect(Collectors.joining(" "))).words()).hasSize(100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "“north facing”", "„north facing“", "«north facing»", "＂north facing＂" })
	void quotationMarksOfPhonesMakePhrases(String text) {
		assertThat(SearchQuery.parse(text).phrases()).containsExactly("north facing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "צה\"ל", "צה״ל", "צה”ל", "צַהַ״ל" })
	void quotationMarkWithinHebrewWordMakesNoPhrase(String text) {
		var query = SearchQuery.parse(text + " \"שלום עולם\"");
		assertThat(query.words()).singleElement().asString().startsWith("צ");
		assertThat(query.phrases()).containsExactly("שלום עולם");
	}

	@Test
	void partsOfPersianWordAreOneWord() {
		assertThat(SearchQuery.parse("می خواهم کتاب‌ها").words()).containsExactly("میخواهم", "کتابها");
	}

	@Test
	void parsesOperators() {
		var query = SearchQuery
			.parse("author:alice Category:garden tag:soil after:2026-01-02 before:2026-11-20 is:unanswered x");
		assertThat(query.author()).isEqualTo("alice");
		assertThat(query.category()).isEqualTo("garden");
		assertThat(query.tag()).isEqualTo("soil");
		assertThat(query.after()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
		assertThat(query.before()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
		assertThat(query.isUnanswered()).isTrue();
		assertThat(query.isSolved()).isFalse();
		assertThat(SearchQuery.parse("x is:Solved").isSolved()).isTrue();
		assertThat(query.words()).containsExactly("x");
	}

	@Test
	void groupsOfNumberAreNoWords() {
		assertThat(SearchQuery.parse("1,980 people").words()).contains("people").doesNotContain("1", "980");
	}

	/** Keyboards of phones, of Chinese and Japanese, and names that were copied. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\u0001',
			value = { "author：alice　天气|alice|||天气", "author:alice\u00A0x|alice|||x", "\u200Eauthor:alice x|alice|||x",
					"x author:\u2068alice\u2069|alice|||x", "AUTHOR:＠alice x|alice|||x", "tag:#Java x||java||x",
					"tag：＃日本語　x||日本語||x", "tag:\"c++\" x||c++||x", "category:\"Küche & Garten\" x|||küche & garten|x",
					"category:“Größe” x|||größe|x", "category:\"open x|||open x|" })
	void operatorsAreFoundAsPeopleWriteThem(String text, @Nullable String author, @Nullable String tag,
			@Nullable String category, @Nullable String words) {
		var query = SearchQuery.parse(text);
		assertThat(query.author()).isEqualTo(author);
		assertThat(query.tag()).isEqualTo(tag);
		assertThat(query.category()).isEqualTo(category);
		assertThat(String.join(" ", query.words())).isEqualTo(Objects.requireNonNullElse(words, ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cats　-dogs", "cats －dogs", "cats −dogs", "cats\u00A0-dogs", "cats -\u200Edogs",
			"cats －\"dogs\"" })
	void excludedWordIsFoundAsPeopleWriteIt(String text) {
		var query = SearchQuery.parse(text);
		assertThat(query.words()).containsExactly("cats");
		assertThat(query.without()).containsExactly("dogs");
	}

	@ParameterizedTest
	@ValueSource(strings = { "٢٠٢٦-١١-٢٠", "２０２６-１１-２０", "۲۰۲۶-۱۱-۲۰" })
	void dateHasDigitsOfAnyScript(String date) {
		assertThat(SearchQuery.parse("after:" + date).after()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
	}

	@Test
	void parsesOperatorsAlone() {
		var query = SearchQuery.parse("author:@alice tag:Soil");
		assertThat(query.isForWords()).isFalse();
		assertThat(query.author()).isEqualTo("alice");
		assertThat(query.tag()).isEqualTo("soil");
		assertThat(SearchQuery.parse("author:alice \"a phrase\"").isForWords()).isTrue();
	}

	@Test
	void colonAfterOtherWordIsPartOfWord() {
		var query = SearchQuery.parse("10:30 https://example.org :x");
		assertThat(query.words()).containsExactly("10:30", "https", "example.org", "exampleorg", "x");
		assertThat(query.highlightedWords()).containsExactly("10:30", "https", "example", "org", "exampleorg", "x");
		assertThat(query.operators()).isEmpty();
	}

	@Test
	void unclosedPhraseEndsWithQuery() {
		assertThat(SearchQuery.parse("\"left open").phrases()).containsExactly("left open");
	}

	@Test
	void syntaxOfEngineIsRemoved() {
		var query = SearchQuery.parse("a\\b $where {\"$gt\":1} c");
		assertThat(query.words()).allMatch((word) -> word.matches("[\\p{L}\\p{N}_]+"));
		assertThat(query.phrases()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "\"\"", "!?", "-only", "author:alice -only", "x author:", "x author:a author:b",
			"x before:yesterday", "x after:2026-13-01", "x before:0001-01-01", "x after:+99999-01-01",
			"x is:answered" })
	void invalidQueryIsRefused(String text) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> SearchQuery.parse(text))
			.satisfies((problem) -> assertThat(problem.errors()).extracting(FieldProblem::field).containsExactly("q"));
	}

}
