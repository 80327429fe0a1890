package org.parley.summary.engine;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.parley.summary.discussion.post.Passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The contract of every engine. */
public interface EngineContract {

	/** Returns the engine with a limit of six sentences. */
	SummaryEngine engine();

	@Test
	default void singlePostIsSummarized() {
		assertValidDraft(FakeMaterial.of("Mine get two hours of sun. What still ripens?"));
	}

	@Test
	default void fewPostsAreSummarized() {
		assertValidDraft(FakeMaterial.of("What ripens?", "Stupice does."));
		assertValidDraft(FakeMaterial.of("What ripens?", "Stupice does.", "So does Glacier."));
	}

	@Test
	default void manyPostsYieldFewSentences() {
		assertValidDraft(FakeMaterial.of(IntStream.rangeClosed(1, 300)
			.mapToObj((number) -> "Tomato number %d ripens in shade. It is red.".formatted(number))
			.toArray(String[]::new)));
	}

	@Test
	default void postsOfAnyLengthAndScriptAreSummarized() {
		assertValidDraft(FakeMaterial.of("トマトは日陰でも育ちますか。はい、育ちます。", "x".repeat(50_000), "👍".repeat(5_000),
				"Да. Конечно!", "a ".repeat(20_000)));
	}

	@Test
	default void threadWithoutPostsIsRefused() {
		assertThatExceptionOfType(NothingToReadException.class).isThrownBy(() -> engine().summarize(FakeMaterial.of()));
	}

	private void assertValidDraft(FakeMaterial material) {
		var draft = engine().summarize(material);
		var numbers = material.posts().stream().map(Passage::number).toList();
		assertThat(draft.engine()).isNotBlank().hasSizeLessThanOrEqualTo(100);
		assertThat(draft.coveredThrough()).isEqualTo(numbers.getLast());
		assertThat(draft.sentences()).isNotEmpty().hasSizeLessThanOrEqualTo(6);
		assertThat(draft.sentences()).allSatisfy((sentence) -> {
			assertThat(sentence.text()).isNotBlank().hasSizeLessThanOrEqualTo(SummarySentence.MAX_LENGTH);
			assertThat(sentence.posts()).isNotEmpty().isSubsetOf(numbers);
		});
		var cited = draft.sentences().stream().flatMap((sentence) -> sentence.posts().stream()).toList();
		assertThat(draft.basis()).extracting(ContentFingerprint::number).containsAll(cited);
	}

}
