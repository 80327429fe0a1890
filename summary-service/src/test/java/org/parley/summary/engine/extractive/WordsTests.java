package org.parley.summary.engine.extractive;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@Test
	void wordsAreComparedWithoutCaseAndMarks() {
		assertThat(Words.of("Übergroße Tomaten, TOMATEN!")).containsExactly("übergroße", "tomaten", "tomaten");
	}

	@Test
	void scriptsWithoutSpacesAreComparedByPairs() {
		assertThat(Words.of("日本語だ")).containsExactly("日本", "本語", "語だ");
		assertThat(Words.of("日本")).containsExactly("日本");
	}

	@Test
	void addressesSayNothing() {
		assertThat(Words.of("see https://example.org/a?b=c now")).containsExactly("see", "now");
	}

	@Test
	void longTextsAreCutAtAWord() {
		assertThat(Candidates.clipped("one two three four", 12)).isEqualTo("one two…");
		assertThat(Candidates.clipped("short", 12)).isEqualTo("short");
		assertThat(Candidates.clipped("👍👍👍👍", 6)).isEqualTo("👍👍…");
	}

}
