package org.parley.summary.engine.extractive;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StemmedWordsTests {

	@Test
	void wordsAreComparedWithoutCaseAndMarks() {
		assertThat(StemmedWords.of("Übergroße Tomaten, TOMATEN!")).containsExactly("übergroße", "tomaten", "tomaten");
	}

	@Test
	void scriptsWithoutSpacesAreComparedByPairs() {
		assertThat(StemmedWords.of("日本語だ")).containsExactly("日本", "本語", "語だ");
		assertThat(StemmedWords.of("日本")).containsExactly("日本");
	}

	@Test
	void addressesSayNothing() {
		assertThat(StemmedWords.of("see https://example.org/a?b=c now")).containsExactly("see", "now");
	}

	@Test
	void longTextsAreCutAtAWord() {
		assertThat(SentenceSplitter.clipped("one two three four", 12)).isEqualTo("one two…");
		assertThat(SentenceSplitter.clipped("short", 12)).isEqualTo("short");
		assertThat(SentenceSplitter.clipped("👍👍👍👍", 6)).isEqualTo("👍👍…");
	}

}
