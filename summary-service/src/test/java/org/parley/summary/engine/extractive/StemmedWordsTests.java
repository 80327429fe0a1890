package org.parley.summary.engine.extractive;

import org.junit.jupiter.api.Test;
import org.parley.summary.engine.extractive.SentenceSplitter.StemmedWords;

import static org.assertj.core.api.Assertions.assertThat;

class StemmedWordsTests {

	@Test
	void wordsAreLowerCaseWithoutPunctuation() {
		assertThat(StemmedWords.extract("Übergroße Tomaten, TOMATEN!")).containsExactly("übergroße", "tomaten",
				"tomaten");
	}

	@Test
	void scriptsWithoutSpacesYieldPairs() {
		assertThat(StemmedWords.extract("日本語だ")).containsExactly("日本", "本語", "語だ");
		assertThat(StemmedWords.extract("日本")).containsExactly("日本");
	}

	@Test
	void urlsAreSkipped() {
		assertThat(StemmedWords.extract("see https://example.org/a?b=c now")).containsExactly("see", "now");
	}

	@Test
	void longTextIsTruncatedAtWord() {
		assertThat(SentenceSplitter.truncate("one two three four", 12)).isEqualTo("one two…");
		assertThat(SentenceSplitter.truncate("short", 12)).isEqualTo("short");
		assertThat(SentenceSplitter.truncate("👍👍👍👍", 6)).isEqualTo("👍👍…");
	}

}
