package org.parley.platform.domain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GraphemeClustersTests {

	@ParameterizedTest
	@ValueSource(strings = { "a", "é", "e\u0301", "ẹ\u0301", "🍅", "👨‍👩‍👧‍👦", "👍🏽", "🇩🇪", "क्षि", "שָׁ", "한",
			"\u1112\u1161\u11AB", "❤\uFE0F", "\r\n" })
	void textIsCutBetweenCharacters(String character) {
		var text = character.repeat(150);
		assertThat(GraphemeClusters.cut(text, 100)).isEqualTo(character.repeat(100));
		assertThat(GraphemeClusters.cut(text, 150)).isEqualTo(text);
		assertThat(GraphemeClusters.shorten(text, 150)).isEqualTo(text);
		assertThat(GraphemeClusters.shorten(text, 100)).isEqualTo(character.repeat(99) + "…");
		assertThat(GraphemeClusters.cut("x" + text, 1)).isEqualTo("x");
	}

	@Test
	void codePointsAreBounded() {
		assertThat(GraphemeClusters.cut("ab" + "\u0301".repeat(5_000), 10)).isEqualTo("a");
		assertThat(GraphemeClusters.cut("👨‍👩‍👧‍👦".repeat(5), 5, 20)).isEqualTo("👨‍👩‍👧‍👦".repeat(2));
		assertThat(GraphemeClusters.cut("🍅".repeat(5), 5, 3)).isEqualTo("🍅".repeat(3));
		assertThat(GraphemeClusters.cut("👨\u200D".repeat(1_000), 3)).isEqualTo("👨\u200D".repeat(12));
		assertThat(GraphemeClusters.cut("👨\u200D".repeat(1_000), 0, 9)).isEmpty();
		assertThat(GraphemeClusters.cut("", 5)).isEmpty();
		assertThat(GraphemeClusters.shorten("", 5)).isEmpty();
	}

}
