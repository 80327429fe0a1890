package org.parley.forum.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.text.TagKey;

import static org.assertj.core.api.Assertions.assertThat;

class TagTests {

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	@ParameterizedTest
	@ValueSource(strings = { "a", "a-b", "2026", "Java", "日本語", "größe", "c++", ".net", "c#", "node.js", "a_b",
			"हिन्दी", "サーバー", "می\u200Cخواهم", "ภาษาไทย", "C++20", "ASP.NET", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
			"Ελλάδα", "col·legi", "צה״ל", "ג׳ירפה", "བོད་ཡིག", "ジョン・レノン", "ｼﾞｮﾝ･ﾚﾉﾝ", "क्\u200Dष", "e\u0301te\u0301",
			"ｃ＃", "Ｃ＋＋", "．ＮＥＴ", "ａ－ｂ", "ｎｏｄｅ．ｊｓ" })
	void wordsOfAnyScriptAreTags(String tag) {
		assertThat(isTag(tag)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-a", "a-", "a--b", "a·", "·a", "a··b", "・", "a b", "a\n", "#java", "++", ".", "..",
			"\u0301a", "\u200B", "\u3164", "a/b", "a:b", "e\u0301\u0301", "a\u0301\u0302\u0303\u0304\u0305",
			"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "ﷺﷺﷺﷺﷺﷺﷺ", "a\u202Eb", "＃ｊａｖａ", "ａ＄", "ａ／ｂ", "＼ａ" })
	void otherTextsAreNoTags(String text) {
		assertThat(isTag(text)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "Java, java", "JAVA, java", "GRÖSSE, größe", "GRÖẞE, größe", "GRÖẞE, GRÖSSE", "gro\u0308ße, größe",
			"Ｃ＋＋, c++", ".NET, .net", "C#, c#", "ｻｰﾊﾞｰ, サーバー", "ΟΔΟΣ, οδος", "ЁЛКА, ёлка", "می\u200Cخواهم, میخواهم",
			"ısparta, ISPARTA", "Ⅳ, iv", "İstanbul, istanbul", "İSTANBUL, ISTANBUL", "IŞIK, ışık" })
	void spellingsOfOneTagHaveOneKey(String one, String other) {
		assertThat(TagKey.of(one)).isEqualTo(TagKey.of(other));
	}

	@Test
	void everyLetterHasOneKeyInAnyCase() {
		assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
			.filter(Character::isLetter)
			.mapToObj(Character::toString)
			.filter((letter) -> !TagKey.of(letter).equals(TagKey.of(letter.toUpperCase(Locale.ROOT)))
					|| !TagKey.of(letter).equals(TagKey.of(letter.toLowerCase(Locale.ROOT)))))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "c, c++", "c, c#", "c++, c#", "net, .net", "größe, grosse", "か, が" })
	void otherTagsHaveOtherKeys(String one, String other) {
		assertThat(TagKey.of(one)).isNotEqualTo(TagKey.of(other));
	}

	@Test
	void tagIsShownInItsFirstSpellingOnce() {
		assertThat(TagName.distinct(List.of("Java", "C++", "JAVA", "e\u0301te\u0301"))).containsExactly("Java", "C++",
				"été");
	}

	private boolean isTag(String tag) {
		return this.validator.validate(new Tagged(List.of(tag))).isEmpty();
	}

	/** A bean with tags. */
	record Tagged(List<@Tag String> tags) {
	}

}
