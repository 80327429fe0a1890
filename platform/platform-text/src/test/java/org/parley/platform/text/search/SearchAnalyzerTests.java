package org.parley.platform.text.search;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What people write and how others search for it. */
class SearchAnalyzerTests {

	/** Examples of public bug reports: a text and a query that finds it. */
	@ParameterizedTest
	@CsvSource({ "שָׁלוֹם, שלום", "ещё, еще", "еще, ЕЩЁ", "ภาษาไทยง่ายนิดเดียว, ไทย", "“don’t”, don't", "don't, don’t",
			"I like C#., c#", "C++ and Java, c++", "The .NET runtime, .net", "Café, cafe", "cafe, CAFÉ", "今天天气很好, 天气",
			"ｻｰﾊﾞｰ, サーバー", "ＡＢＣ, abc", "Straße, strasse", "STRASSE, straße", "İstanbul, istanbul", "ISTANBUL, ıstanbul",
			"مُحَمَّد, محمد", "محـــمد, محمد", "サーバーを買う, サーバー" })
	void textIsFound(String text, String query) {
		assertThat(isFound(text, query)).isTrue();
	}

	/** The same kinds in other languages, devices and forms. */
	@ParameterizedTest
	@CsvSource({ "Łódź, lodz", "smørrebrød, smorrebrod", "Việt Nam, viet nam", "한국어를 배우다, 한국어", "ພາສາລາວ, ລາວ",
			"أحمد, احمد", "می‌خواهم, میخواهم", "हिन्दी भाषा, हिन्दी", "Ελλάδα, ελλαδα", "ΟΔΟΣ, οδός", "œuvre, oeuvre",
			"ﬁne, fine", "l’été, ete", "co­operate, cooperate", "Ｃ＃, c#", "C♯, c#", "C++20, c++", "C++20, 20",
			"(.NET), .NET", "猫が好き, 猫", "東京都庁, 東京都", "サーバー, サーバ", "المدرسة, المدرسه", "x² = 4, x2", "Nº 5, no 5",
			"tomatoes, tomato", "e-mail, e mail", "мой, МОЙ", "٣٤, 34", "Cafe\u0301, café", "google++, google",
			"हिन्दी भाषा, हिंदी", "संबंध, सम्बन्ध", "गङ्गा नदी, गंगा", "ज़मीन, जमीन", "Об’єднання, об'єднання",
			"𝐁old, bold", "Zażółć gęślą, zazolc", "ქართული ენა, ქართული" })
	void textIsFoundInOtherForms(String text, String query) {
		assertThat(isFound(text, query)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "C and Java, c#", "C++, c#", "C#, c++", "net income, .net", "asp.net, .net", "今天很好, 天气", "気天, 天気",
			"カキ, ガギ", "page#section, page#", "a + b, a++", "# c, c#", "c ... net, .net", "サクラ, さくら", "שלום, שלומ" })
	void otherTextIsNotFound(String text, String query) {
		assertThat(isFound(text, query)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "👍", "…", "\u200B", "###", "+++", "\u0301", "ـ", "\uD800" })
	void textWithoutWordsHasNoTerms(String text) {
		assertThat(SearchAnalyzer.TEXTS.terms(text)).isEqualTo(SearchAnalyzer.QUERIES.terms(text)).isEmpty();
	}

	@Test
	void nameWithSignIsAlsoPlainInTexts() {
		assertThat(SearchAnalyzer.TEXTS.terms("C#")).containsExactly("c__35", "c");
		assertThat(SearchAnalyzer.QUERIES.terms("C#")).containsExactly("c__35");
		assertThat(isFound("C# and .NET", "c")).isTrue();
	}

	@Test
	void longTextsHaveBoundedTerms() {
		assertThat(SearchAnalyzer.TEXTS.terms("a".repeat(50_000))).allMatch((term) -> term.length() <= 255);
		assertThat(SearchAnalyzer.TEXTS.terms("a" + "\u0301".repeat(50_000))).allMatch((term) -> term.length() <= 255);
	}

	/** Whether a text has the terms of a query, one after the other. */
	private static boolean isFound(String text, String query) {
		var wanted = SearchAnalyzer.QUERIES.terms(query);
		return !wanted.isEmpty() && (Collections.indexOfSubList(SearchAnalyzer.TEXTS.terms(text), wanted) >= 0
				|| Collections.indexOfSubList(pairs(text), wanted) >= 0);
	}

	/** The terms without single characters and plain names, as phrases see them. */
	private static List<String> pairs(String text) {
		return SearchAnalyzer.QUERIES.terms(text);
	}

}
