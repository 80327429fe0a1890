package org.parley.summary.engine.extractive;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.summary.discussion.post.Passage;

import static org.assertj.core.api.Assertions.assertThat;

class SentenceSplitterTests {

	/** Two strokes stand between sentences. */
	@ParameterizedTest
	@ValueSource(strings = { "Dr. Müller said e.g. version 2.5 costs five dollars. || The old one was cheaper.",
			"Das sagt Prof. Dr. K. Weber zum Beispiel. || Er hat z. B. Tomaten und Bohnen.",
			"Mme. Dupont et M. Durand sont venus. || Ils sont repartis hier.", "So am I. || Then the rain came down.",
			"It was in the garden. || Many plants have died." })
	void pointOfAnAbbreviationEndsNoSentence(String text) {
		var sentences = SentenceSplitter.split(List.of(new Passage(1, text.replace("|| ", ""), "print")));
		assertThat(sentences).extracting(CandidateSentence::text)
			.containsExactlyElementsOf(Arrays.asList(text.split(" \\|\\| ")));
	}

}
