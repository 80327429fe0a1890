package org.parley.forum.text;

import org.junit.jupiter.api.Test;

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

	@Test
	void surrogatePairsAreNotSplit() {
		var excerpt = Excerpt.of("🍅".repeat(300));
		assertThat(excerpt.codePointCount(0, excerpt.length())).isEqualTo(200);
		assertThat(excerpt).endsWith("🍅…");
	}

}
