package org.parley.forum.text;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugTests {

	/** The pattern in contracts/events/common.json. */
	private static final Pattern CONTRACT = Pattern.compile(
			"^[\\p{Ll}\\p{Lo}\\p{Lm}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{N}\\p{M}]*(-[\\p{Ll}\\p{Lo}\\p{Lm}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{N}\\p{M}]*)*$");

	@ParameterizedTest
	@CsvSource({ "Which tomatoes?, which-tomatoes", "'  ¿Über   Größen!', über-größen", "日本語 の 話, 日本語-の-話",
			"???, thread", "C++ & C#, c-c", "№ 5, no-5", "हिन्दी भाषा, हिन्दी-भाषा", "サーバー の 話, サーバー-の-話",
			"ﾊﾟｿｺﾝ, パソコン", "Việt Nam, việt-nam", "Cafe\u0301, café", "ภาษาไทย ง่ายนิดเดียว, ภาษาไทย-ง่ายนิดเดียว",
			"தமிழ் மொழி, தமிழ்-மொழி", "می\u200Cخواهم, میخواهم", "שָׁלוֹם עולם, שָׁלוֹם-עולם", "❤\uFE0F love, love",
			"co\u00ADoperate, cooperate", "ᠮᠣᠩᠭᠣᠯ, ᠮᠣᠩᠭᠣᠯ", "한국어 ㅤ 글, 한국어-글", "\u0301\u0301, thread",
			"\u200B\u2060, thread", "İstanbul'da bahar, istanbul-da-bahar", "ქართული ენა, ქართული-ენა",
			"Đà Nẵng, đà-nẵng", "አማርኛ ቋንቋ, አማርኛ-ቋንቋ", "бібліотека №1, бібліотека-no1" })
	void slugKeepsLettersAndDigits(String title, String slug) {
		assertThat(Slug.of(title)).isEqualTo(slug);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ʰmodifier ʷletters", "ǅungla", "हिन्दी भाषा", "🍅🍅🍅", "-a-", "ﷺ ﷺ ﷺ ﷺ ﷺ" })
	void anyTitleBecomesValidSlug(String title) {
		assertThat(Slug.of(title)).matches(CONTRACT);
	}

	@Test
	void longSlugIsCutBetweenCharacters() {
		var slug = Slug.of("हिन्दी ".repeat(40));
		assertThat(slug).matches(CONTRACT);
		assertThat(slug.codePointCount(0, slug.length())).isLessThanOrEqualTo(200);
		assertThat(List.of(slug.split("-"))).element(0).isEqualTo("हिन्दी");
		var marked = Slug.of("a" + "\u0301".repeat(199));
		assertThat(marked.codePointCount(0, marked.length())).isLessThanOrEqualTo(200);
	}

	@Test
	void longTitleIsCutWithoutTrailingHyphen() {
		var slug = Slug.of("word ".repeat(40));
		assertThat(slug).matches(CONTRACT).hasSizeLessThanOrEqualTo(80);
		assertThat(Slug.of("𝒳".repeat(200)).codePointCount(0, Slug.of("𝒳".repeat(200)).length())).isEqualTo(80);
	}

}
