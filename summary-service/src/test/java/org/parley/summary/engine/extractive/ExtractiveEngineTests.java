package org.parley.summary.engine.extractive;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.parley.summary.engine.EngineContract;
import org.parley.summary.engine.FakeMaterial;
import org.parley.summary.engine.NothingToReadException;
import org.parley.summary.engine.SummaryEngine;
import org.parley.summary.engine.SummarySentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class ExtractiveEngineTests implements EngineContract {

	@Override
	public SummaryEngine engine() {
		return new ExtractiveEngine(6, 200);
	}

	@Test
	void draftNamesExtractiveEngine() {
		assertThat(engine().summarize(FakeMaterial.of("One post.")).engine()).isEqualTo("extractive");
	}

	@Test
	void samePostsYieldSameSummary() {
		var material = FakeMaterial.of("What ripens in shade?", "Stupice ripens in shade.", "Glacier, too.");
		assertThat(engine().summarize(material)).isEqualTo(engine().summarize(material));
	}

	@Test
	void everySentenceQuotesItsCitedPost() {
		var material = FakeMaterial.of("What ripens in shade? I have a balcony.", "Stupice ripens in shade!",
				"I disagree. It needs sun.", "Glacier needs hardly any sun. It ripens in shade.");
		assertThat(engine().summarize(material).sentences())
			.allSatisfy((sentence) -> assertThat(material.posts().get(sentence.posts().getFirst() - 1).text())
				.contains(sentence.text()));
	}

	@Test
	void summaryHasFirstSentence() {
		var material = FakeMaterial.of("Which tomatoes ripen in shade?", "Stupice ripens in shade.",
				"Yes, Stupice ripens in shade.", "Glacier ripens in shade.", "Potatoes do not.", "Neither do peppers.");
		assertThat(texts(material)).contains("Which tomatoes ripen in shade?");
	}

	@Test
	void repeatedSentenceIsSelectedOnce() {
		var material = FakeMaterial.of(IntStream.range(0, 50)
			.mapToObj((_) -> "I agree with everything that was said before.")
			.toArray(String[]::new));
		assertThat(texts(material)).hasSize(1);
	}

	@Test
	void sentencesComeFromWholeThread() {
		var material = FakeMaterial.of(IntStream.rangeClosed(1, 90)
			.mapToObj((number) -> "Variety %d of tomatoes has %d leaves and %d fruits.".formatted(number, number * 7,
					number * 13))
			.toArray(String[]::new));
		var numbers = engine().summarize(material).sentences().stream().map((one) -> one.posts().getFirst()).toList();
		assertThat(numbers).isSorted()
			.anyMatch((number) -> number <= 30)
			.anyMatch((number) -> number > 30 && number <= 60)
			.anyMatch((number) -> number > 60);
	}

	@Test
	void centralSentenceIsPreferred() {
		var material = FakeMaterial.of("How do I keep snails away from my tomatoes?",
				"Copper tape keeps snails away from tomatoes.", "My neighbour has a new car.",
				"Copper tape around the pot keeps snails away.", "I can confirm that copper tape keeps snails away.",
				"Happy birthday to everybody reading this.");
		assertThat(String.join(" ", texts(material))).contains("opper tape").doesNotContain("birthday");
	}

	@Test
	void postsWithoutWordsAreRefused() {
		assertThatExceptionOfType(NothingToReadException.class)
			.isThrownBy(() -> engine().summarize(FakeMaterial.of("👍", "…", "")));
	}

	@Test
	void veryLongThreadIsSummarizedInTime() {
		var words = "the cold balcony of my house faces north and never sees any sun at all ";
		var material = FakeMaterial.of(IntStream.rangeClosed(1, 200)
			.mapToObj((number) -> (words + number + ". ").repeat(600))
			.toArray(String[]::new));
		assertTimeout(Duration.ofSeconds(8), () -> engine().summarize(material));
	}

	private List<String> texts(FakeMaterial material) {
		return engine().summarize(material).sentences().stream().map(SummarySentence::text).toList();
	}

}
