package org.parley.moderation.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.moderation.policy.PolicyTerms;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures the words and patterns of the standard policy with labelled texts of our own
 * making, and verifies the figures in the documentation.
 */
class LabelledTextsTests {

	private static final PastPosts NONE = new PastPosts() {

		@Override
		public long count(Duration window, int limit) {
			return 0;
		}

		@Override
		public long countCopies(Duration window, int limit) {
			return 0;
		}

		@Override
		public long countReported(Duration window, int limit) {
			return 0;
		}

	};

	private final PolicyRules rules = standard();

	private final List<LabelledText> texts = texts();

	@ParameterizedTest
	@CsvSource({ "English, en", "German, de" })
	void documentationHasTheFigures(String name, String language) throws IOException {
		var row = row(name, (text) -> text.language().equals(language));
		assertThat(Files.readString(Path.of("..", "docs", "moderation.md"))).contains(row);
	}

	@Test
	void figuresDoNotFall() {
		var all = this.texts;
		assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(500);
		assertThat(precision(all)).isGreaterThanOrEqualTo(0.95);
		assertThat(recall(all)).as(() -> "Not found: " + all.stream().filter(this::isMissed).toList())
			.isGreaterThanOrEqualTo(0.85);
	}

	private boolean isMissed(LabelledText text) {
		return text.harmful() && !isFound(text);
	}

	private String row(String name, Predicate<LabelledText> chosen) {
		var some = this.texts.stream().filter(chosen).toList();
		return String.format(Locale.ROOT, "| %s | %d | %.3f | %.3f |", name, some.size(), precision(some),
				recall(some));
	}

	private double precision(List<LabelledText> some) {
		var found = some.stream().filter(this::isFound).toList();
		return (double) found.stream().filter(LabelledText::harmful).count() / found.size();
	}

	private double recall(List<LabelledText> some) {
		var harmful = some.stream().filter(LabelledText::harmful).toList();
		return (double) harmful.stream().filter(this::isFound).count() / harmful.size();
	}

	private boolean isFound(LabelledText text) {
		return !this.rules.check(Submission.of(text.text(), "", (_) -> false), NONE).findings().isEmpty();
	}

	private static PolicyRules standard() {
		var json = JsonMapper.builder().build();
		try (var file = PolicyRules.class.getResourceAsStream("/policies/standard.json")) {
			return PolicyRules
				.of(json.treeToValue(json.readTree(Objects.requireNonNull(file)).path("terms"), PolicyTerms.class));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<LabelledText> texts() {
		try (var file = LabelledTextsTests.class.getResourceAsStream("labelled-texts.tsv")) {
			return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map(LabelledText::of)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A text with the expected result.
	 *
	 * @param harmful whether rules should find it
	 * @param language {@code en} or {@code de}
	 */
	private record LabelledText(boolean harmful, String language, String text) {

		static LabelledText of(String line) {
			var cells = line.split("\t", 3);
			return new LabelledText(cells[0].equals("finding"), cells[1],
					cells[2].replace("\\u200b", "\u200b").replace("\\u00ad", "\u00ad").replace("\\u2060", "\u2060"));
		}

	}

}
