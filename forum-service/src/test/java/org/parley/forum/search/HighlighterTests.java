package org.parley.forum.search;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

class HighlighterTests {

	@Test
	void marksEachMatch() {
		assertThat(mark("Tomatoes need sun, tomatoes need water.", "tomatoes"))
			.isEqualTo("<mark>Tomatoes</mark> need sun, <mark>tomatoes</mark> need water.");
	}

	@Test
	void inflectedFormsMatch() {
		assertThat(mark("One tomato a day", "tomatoes")).isEqualTo("One <mark>tomato</mark> a day");
		assertThat(mark("Crème brûlée", "creme")).isEqualTo("<mark>Crème</mark> brûlée");
	}

	@Test
	void caseAndAccentsOfTextAndWordDoNotMatter() {
		assertThat(mark("CREME brulee", "crème")).isEqualTo("<mark>CREME</mark> brulee");
		assertThat(mark("TOMATOES", "Tomatoes")).isEqualTo("<mark>TOMATOES</mark>");
		assertThat(new Highlighter(List.of("ışık")).mark("ISIK")).isEmpty();
		assertThat(mark("\u212Ailo", "kilo")).isEqualTo("<mark>\u212Ailo</mark>");
	}

	@Test
	void shortWordsMatchOnlyAtStartOfWord() {
		assertThat(mark("a sundial in the sun", "sun")).contains("<mark>sundial</mark>", "<mark>sun</mark>");
		assertThat(new Highlighter(List.of("sun")).mark("unsung")).isEmpty();
	}

	@Test
	void extractShowsLongestWordAndShortOnesMatchWhole() {
		assertThat(mark("Today about another idea: a tomato at noon", "to", "a", "tomato"))
			.isEqualTo("Today about another idea: <mark>a</mark> <mark>tomato</mark> at noon");
		assertThat(mark("To be " + "or not ".repeat(60) + "the tomatoes", "to", "tomato"))
			.endsWith("the <mark>tomatoes</mark>");
		assertThat(mark("È vero", "è")).isEqualTo("<mark>È</mark> vero");
		assertThat(new Highlighter(List.of("é")).mark("États-Unis")).isEmpty();
	}

	@Test
	void wordsWithinTextsWithoutSpacesMatch() {
		assertThat(mark("今天天气很好，天气！", "天气")).isEqualTo("今天<mark>天气</mark>很好，<mark>天气</mark>！");
		assertThat(mark("ภาษาไทยง่าย", "ไทย")).isEqualTo("ภาษา<mark>ไทย</mark>ง่าย");
		assertThat(mark("한국어를", "한국어")).isEqualTo("<mark>한국어</mark>를");
		assertThat(mark("abc天气 x", "abc")).isEqualTo("<mark>abc</mark>天气 x");
		assertThat(new Highlighter(List.of("天气", "abc")).mark("天气abc")).hasValue("<mark>天气</mark><mark>abc</mark>");
		assertThat(mark("今".repeat(500) + "天气", "天气")).isEqualTo("<mark>天气</mark>");
	}

	@ParameterizedTest
	@CsvSource({ "docker, 我们使用<mark>Docker</mark>部署服务", "vue3, 学习React和<mark>Vue3</mark>，买了",
			"101, 去了台北<mark>101</mark>大樓", "ok, 卡拉<mark>OK</mark>吧", "docker, を使って<mark>Docker</mark>を動かす",
			"nginx, 서버는<mark>nginx</mark>입니다", "windows, ตั้งค่า<mark>Windows</mark>ใหม่",
			"部署, Docker<mark>部署</mark>服务" })
	void wordsBesideTextsWithoutSpacesMatch(String word, String marked) {
		assertThat(mark(marked.replace("<mark>", "").replace("</mark>", ""), word)).isEqualTo(marked);
		assertThat(new Highlighter(List.of("ock")).mark("使用Docker部署")).isEmpty();
	}

	/** As the analyzer of searches folds and spells them. */
	@ParameterizedTest
	@CsvSource({ "strassenbahn, Straßenbahn", "Straßenbahn, STRASSENBAHN", "oelfoerderung, Ölförderung", "coeur, cœur",
			"thingvellir, Þingvellir", "isik, ışık", "smorrebrod, smørrebrød", "ghaxaq, Għaxaq", "हिन्दी, हिंदी",
			"abc123, ＡＢＣ１２３", "h2o, H₂O", "file, ﬁle", "gulsen, Gülşən", "lodz, Łódź", "οδος, ΟΔΟΣ", "배우다, 배우고",
			"елка, Ёлка" })
	void wordsMatchInAnySpelling(String word, String text) {
		assertThat(mark("A " + text + " b", word)).isEqualTo("A <mark>" + text + "</mark> b");
	}

	/** Whatever the index finds for a query is marked, by either spelling. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "القهوة|قهوة", "قهوة|القهوة", "والقهوة|قهوة", "القَهْوَة|قهوة", "كتاب|الكتاب", "الكتاب|للكتاب",
					"ספרים|והספרים", "צהל|צה״ל", "צהל|צה\"ל", "oconnor|O’Connor", "oconnor|O'Connor", "dont|don’t",
					"dont|don't", "wifi|Wi-Fi", "wifi|wi‑fi", "lete|l’été", "cooperation|co-operations", "naive|naïve",
					"naïve|naive", "strasse|Straße", "straße|Strasse" })
	void wordsThatAreFoundAreMarked(String word, String text) {
		assertThat(mark("a " + text + " b", word))
			.isEqualTo("a <mark>" + HtmlUtils.htmlEscape(text, "UTF-8") + "</mark> b");
	}

	@Test
	void partsOfDividedWordsMatchAlone() {
		assertThat(mark("O'Connor and don’t",
				SearchQuery.parse("O’Connor don't").highlightedWords().toArray(String[]::new)))
			.isEqualTo("<mark>O</mark>&#39;<mark>Connor</mark> and <mark>don</mark>’<mark>t</mark>");
		assertThat(mark("a sun-tomato, tom-cat", "sun", "tomcat"))
			.isEqualTo("a <mark>sun</mark>-tomato, <mark>tom-cat</mark>");
		assertThat(mark("foo_bar_baz", "bar")).isEqualTo("foo_<mark>bar_baz</mark>");
		assertThat(new Highlighter(List.of("wifi", "שלום")).mark("wi fi, לום")).isEmpty();
	}

	@Test
	void namesWithSignsMatchOnlyThemselves() {
		assertThat(mark("C#, C++ and C", "c#")).isEqualTo("<mark>C#</mark>, C++ and C");
		assertThat(mark("C#, C++ and C", "c++")).isEqualTo("C#, <mark>C++</mark> and C");
		assertThat(mark("net of .NET", ".net")).isEqualTo("net of <mark>.NET</mark>");
		assertThat(mark("1.2.4 and 1.2.3", "1.2.3")).isEqualTo("1.2.4 and <mark>1.2.3</mark>");
		assertThat(mark("3 🎈 and 🎉", "🎉")).isEqualTo("3 🎈 and <mark>🎉</mark>");
		assertThat(mark("👍🏽 ❤️", "❤")).contains("<mark>❤");
		assertThat(mark("Some ❤️ words", "❤", "\uFE0F")).startsWith("Some <mark>❤</mark>").endsWith(" words");
	}

	@Test
	void pointsOfHebrewAndArabicDoNotMatter() {
		assertThat(mark("שָׁלוֹם", "שלום")).isEqualTo("<mark>שָׁלוֹם</mark>");
		assertThat(mark("еще", "ещё")).isEqualTo("<mark>еще</mark>");
	}

	@Test
	void otherFormsOfLettersMatch() {
		assertThat(mark("今天天氣很好", "天气")).isEqualTo("今天<mark>天氣</mark>很好");
		assertThat(mark("圖書館", "圖书馆")).isEqualTo("<mark>圖書館</mark>");
		assertThat(mark("می‌خواهم بروم", "ميخواهم")).isEqualTo("<mark>می‌خواهم</mark> بروم");
		assertThat(mark("كتاب", "کتاب")).isEqualTo("<mark>كتاب</mark>");
	}

	@Test
	void wordIsMarkedWhateverStandsAround() {
		var tokens = List.of("tomato", "untomato", "tom", "sun-tomato", "(Tomatoes),", "a.tomato", ".net", "x.net",
				"1.2.3", "11.2.3", "v1.2.3", "今天天气", "tomato天气", "\u212Ailo", "sunkilo/kilo", "tomato_x", "c#", "c#d",
				"#c#", "🎉tomato", "🎉", "crème:CREME", "\u0301", "-", "");
		var highlighter = new Highlighter(List.of("tomato", "1.2.3", ".net", "天气", "kilo", "c#", "🎉", "creme"));
		var random = new Random(1);
		for (int i = 0; i < 200; i++) {
			var chosen = random.ints(12, 0, tokens.size()).mapToObj(tokens::get).toList();
			assertThat(highlighter.markAll(String.join(" ", chosen)))
				.isEqualTo(chosen.stream().map(highlighter::markAll).collect(Collectors.joining(" ")));
		}
	}

	@Test
	void remainingTextIsEscaped() {
		assertThat(mark("<b>sun</b> & \"moon\"", "sun"))
			.isEqualTo("&lt;b&gt;<mark>sun</mark>&lt;/b&gt; &amp; &quot;moon&quot;");
	}

	@Test
	void longTextIsCutAroundFirstMatch() {
		var cut = mark("word ".repeat(200) + "needle " + "word ".repeat(200), "needle");
		assertThat(cut).contains("<mark>needle</mark>").endsWith("…").startsWith("word").hasSizeLessThan(300);
		assertThat(mark("x".repeat(5_000) + " needle", "needle")).isEqualTo("<mark>needle</mark>");
		assertThat(mark("needle" + "x".repeat(5_000), "needle")).startsWith("<mark>needle").hasSizeLessThan(300);
		assertThat(mark("needle " + "😀".repeat(2_000), "needle")).startsWith("<mark>needle</mark> 😀").endsWith("😀…");
	}

	private static String mark(String text, String... words) {
		return new Highlighter(List.of(words)).mark(text).orElseThrow();
	}

}
