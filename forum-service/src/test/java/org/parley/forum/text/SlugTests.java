package org.parley.forum.text;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugTests {

	/** The pattern in contracts/events/common.json. */
	private static final Pattern CONTRACT = Pattern.compile("^[\\p{Ll}\\p{Lo}\\p{N}]+(-[\\p{Ll}\\p{Lo}\\p{N}]+)*$");

	@ParameterizedTest
	@CsvSource({ "Which tomatoes?, which-tomatoes", "'  ¿Über   Größen!', über-größen", "日本語 の 話, 日本語-の-話",
			"???, thread", "C++ & C#, c-c", "№ 5, no-5" })
	void slugKeepsLettersAndDigits(String title, String slug) {
		assertThat(Slug.of(title)).isEqualTo(slug);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ʰmodifier ʷletters", "ǅungla", "हिन्दी भाषा", "🍅🍅🍅", "-a-", "ﷺ ﷺ ﷺ ﷺ ﷺ" })
	void anyTitleBecomesValidSlug(String title) {
		assertThat(Slug.of(title)).matches(CONTRACT);
	}

	@Test
	void longTitleIsCutWithoutTrailingHyphen() {
		var slug = Slug.of("word ".repeat(40));
		assertThat(slug).matches(CONTRACT).hasSizeLessThanOrEqualTo(80);
		assertThat(Slug.of("𝒳".repeat(200)).codePointCount(0, Slug.of("𝒳".repeat(200)).length())).isEqualTo(80);
	}

}
