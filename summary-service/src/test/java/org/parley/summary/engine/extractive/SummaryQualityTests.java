package org.parley.summary.engine.extractive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.summary.engine.FakeMaterial;
import org.parley.summary.engine.SummarySentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Compares summaries by the extractive engine with the first three sentences of the
 * thread, by summaries that a person wrote, and verifies the figures in the
 * documentation. All have three sentences, because longer ones are easier to hit.
 */
class SummaryQualityTests {

	private static final int SENTENCES = 3;

	private final List<SummarizedThread> threads = threads();

	@ParameterizedTest
	@CsvSource({ "English, en", "German, de" })
	void documentationHasTheFigures(String name, String language) throws IOException {
		var some = this.threads.stream().filter((thread) -> thread.language().equals(language)).toList();
		assertThat(some).hasSizeGreaterThanOrEqualTo(6);
		assertThat(Files.readString(Path.of("..", "docs", "summaries.md"))).contains(
				row(name, "first three sentences", score(some, SummaryQualityTests::lead)),
				row(name, "extractive engine", score(some, SummaryQualityTests::extractive)));
	}

	@Test
	void engineIsBetterThanFirstSentences() {
		var engine = score(this.threads, SummaryQualityTests::extractive);
		var lead = score(this.threads, SummaryQualityTests::lead);
		assertThat(engine.one()).isGreaterThan(lead.one());
		assertThat(engine.longest()).isGreaterThan(lead.longest());
	}

	@Test
	void scoresOfKnownTexts() {
		var same = RougeScore.of("The cat sat.", "the cat sat");
		assertThat(same).isEqualTo(new RougeScore(1, 1, 1));
		assertThat(RougeScore.of("A dog barks", "the cat sat")).isEqualTo(new RougeScore(0, 0, 0));
		var partly = RougeScore.of("the cat the cat", "the cat sat");
		assertThat(partly.one()).isCloseTo(4.0 / 7, within(1e-9));
		assertThat(partly.two()).isCloseTo(2.0 / 5, within(1e-9));
		assertThat(partly.longest()).isCloseTo(4.0 / 7, within(1e-9));
	}

	private static RougeScore score(List<SummarizedThread> some, Function<FakeMaterial, String> summary) {
		return RougeScore.mean(some.stream()
			.map((thread) -> RougeScore.of(summary.apply(FakeMaterial.of(thread.posts().toArray(String[]::new))),
					thread.reference()))
			.toList());
	}

	private static String lead(FakeMaterial material) {
		return SentenceSplitter.split(material.sample(0, 200))
			.stream()
			.limit(SENTENCES)
			.map(CandidateSentence::text)
			.collect(Collectors.joining(" "));
	}

	private static String extractive(FakeMaterial material) {
		return new ExtractiveEngine(SENTENCES, 200).summarize(material)
			.sentences()
			.stream()
			.map(SummarySentence::text)
			.collect(Collectors.joining(" "));
	}

	private static String row(String language, String summary, RougeScore score) {
		return String.format(Locale.ROOT, "| %s | %s | %.3f | %.3f | %.3f |", language, summary, score.one(),
				score.two(), score.longest());
	}

	private static List<SummarizedThread> threads() {
		try (var file = SummaryQualityTests.class.getResourceAsStream("summarized-threads.txt")) {
			var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
			return Arrays.stream(text.split("\n\n"))
				.filter((part) -> !part.startsWith("#"))
				.map(SummarizedThread::of)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A thread with the summary that a person wrote.
	 *
	 * @param language {@code en} or {@code de}
	 * @param reference the summary
	 * @param posts the texts of its posts
	 */
	private record SummarizedThread(String language, String reference, List<String> posts) {

		static SummarizedThread of(String part) {
			var lines = part.strip().lines().toList();
			return new SummarizedThread(lines.getFirst(), lines.get(1).substring(2),
					lines.stream().skip(2).map((line) -> line.substring(2)).toList());
		}

	}

}
