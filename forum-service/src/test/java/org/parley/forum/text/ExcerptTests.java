package org.parley.forum.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExcerptTests {

	@Test
	void shortTextBecomesOneLine() {
		assertThat(Excerpt.of(" It faces\n\nnorth. ")).isEqualTo("It faces north.");
	}

	@Test
	void longTextIsCutAtWord() {
		var excerpt = Excerpt.of("tomatoes ".repeat(100));
		assertThat(excerpt).endsWith("tomatoes…").hasSizeLessThanOrEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "👨‍👩‍👧‍👦", "ẹ\u0301", "क्षि" })
	void charactersAreNotSplit(String character) {
		assertThat(Excerpt.of(character.repeat(200))).isEqualTo(character.repeat(200));
		assertThat(Excerpt.of(character.repeat(201))).isEqualTo(character.repeat(199) + "…");
	}

	@Test
	void surrogatePairsAreNotSplit() {
		var excerpt = Excerpt.of("🍅".repeat(300));
		assertThat(excerpt.codePointCount(0, excerpt.length())).isEqualTo(200);
		assertThat(excerpt).endsWith("🍅…");
	}

}
