package org.parley.forum.text;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.forum.text.TextDifference.Kind;
import org.parley.forum.text.TextDifference.Part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class TextDifferenceTests {

	@Test
	void replacedWordIsBetweenKeptWords() {
		assertThat(TextDifference.between("Try Stupice in May.", "Try Glacier in May.")).containsExactly(kept("Try "),
				removed("Stupice"), added("Glacier"), kept(" in May."));
	}

	@Test
	void appendedTextIsAdded() {
		assertThat(TextDifference.between("Try Stupice.", "Try Stupice. Or Glacier!"))
			.containsExactly(kept("Try Stupice."), added(" Or Glacier!"));
	}

	@Test
	void deletedTextIsRemoved() {
		assertThat(TextDifference.between("one two three", "one three")).contains(kept("one "))
			.noneMatch((part) -> part.kind() == Kind.ADDED);
	}

	@Test
	void rewrittenSentenceIsNotMixedWithTheOldOne() {
		assertThat(TextDifference.between("All one two. Three end", "All four, five six end"))
			.containsExactly(kept("All "), removed("one two. Three"), added("four, five six"), kept(" end"));
		assertThat(TextDifference.between("a c", "a b, b c")).contains(kept("a "))
			.noneMatch((part) -> part.kind() == Kind.REMOVED);
	}

	@Test
	void equalTextsAreKept() {
		assertThat(TextDifference.between("same", "same")).containsExactly(kept("same"));
	}

	@Test
	void lineBreaksOfAnotherClientAreNoChange() {
		assertThat(TextDifference.between("a\r\n\r\nb c", "a\n\nb d")).containsExactly(kept("a\n\nb "), removed("c"),
				added("d"));
		assertThat(TextDifference.isChange("a\r\nb", "a\nb")).isFalse();
		assertThat(TextDifference.isChange("a\nb", "a b")).isTrue();
	}

	@Test
	void wordsOfAllScriptsStayWhole() {
		assertThat(TextDifference.between("Übergröße 🍅 番茄", "Übergrößen 🍅 番茄")).containsExactly(removed("Übergröße"),
				added("Übergrößen"), kept(" 🍅 番茄"));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			我们在, 公园散步, 公园跑步, ，很开心。
			ภาษาจีนและ, ลาว, ไทย, ที่นี่
			これは, テスト, 実験, です
			""")
	void charactersOfUnspacedScriptsAreCompared(String start, String before, String after, String end) {
		var parts = TextDifference.between(start + before + end, start + after + end);
		assertThat(parts.getFirst()).isEqualTo(kept(parts.getFirst().text()));
		assertThat(parts.getFirst().text()).startsWith(start);
		assertThat(parts.getLast()).isEqualTo(kept(parts.getLast().text()));
		assertThat(parts.getLast().text()).endsWith(end);
	}

	/** So many characters are not compared with each other. */
	@Test
	void sentencesOfLongUnspacedTextAreCompared() {
		var middle = "这里有很多植物，".repeat(200);
		assertThat(TextDifference.between("春天来了，" + middle + "真好。", "夏天来了，" + middle + "很好。"))
			.contains(kept("，" + middle))
			.hasSize(6);
	}

	@Test
	void joinedEmojiStayWhole() {
		assertThat(TextDifference.between("Ours: 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽", "Ours: 👨‍👩‍👧 🏳️‍🌈 👍🏿"))
			.containsExactly(kept("Ours: "), removed("👨‍👩‍👧‍👦"), added("👨‍👩‍👧"), kept(" 🏳️‍🌈 "),
					removed("👍🏽"), added("👍🏿"));
	}

	@Test
	void heavilyChangedLongTextIsComparedByLines() {
		var before = lines("before ");
		assertThat(TextDifference.between(before + "kept\n" + before, lines("after ") + "kept\n" + lines("after ")))
			.contains(kept("kept\n"));
	}

	@Test
	void smallEditOfLongTextIsComparedByWords() {
		var rest = "tomatoes on a balcony ".repeat(2_000);
		assertThat(TextDifference.between(rest + "old " + rest, rest + "new " + rest)).containsExactly(kept(rest),
				removed("old"), added("new"), kept(" " + rest));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void partsJoinToBothTexts(String before, String after) {
		var parts = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> TextDifference.between(before, after));
		assertThat(joined(parts, Kind.KEPT, Kind.REMOVED)).isEqualTo(before.replace("\r\n", "\n"));
		assertThat(joined(parts, Kind.KEPT, Kind.ADDED)).isEqualTo(after.replace("\r\n", "\n"));
		assertThat(parts).noneMatch((part) -> part.text().isEmpty());
	}

	private static Stream<List<String>> texts() {
		return Stream.of(List.of("", "a"), List.of("a", ""), List.of("a\u2028b\u0085c", "a\u2028c\u0085b"),
				List.of("\r\n\r\n", "\n"), List.of("\ud83d", "\ud83d\ude00"),
				List.of("a ".repeat(25_000), "b ".repeat(25_000)), List.of("a\n".repeat(25_000), "b\n".repeat(25_000)),
				List.of(".".repeat(50_000), ",".repeat(50_000)), List.of(random(1), random(2)),
				List.of(random(3), random(4)), List.of(random(5), random(5) + random(6)));
	}

	static Stream<Object[]> pairs() {
		return texts().map(List::toArray);
	}

	private static String random(int seed) {
		return new Random(seed).ints(1_500, 0, 6)
			.mapToObj("a b\n.ü"::charAt)
			.map(String::valueOf)
			.collect(Collectors.joining());
	}

	private static String lines(String word) {
		return (word.repeat(20) + "\n").repeat(200);
	}

	private static String joined(List<Part> parts, Kind... kinds) {
		var wanted = Set.of(kinds);
		return parts.stream()
			.filter((part) -> wanted.contains(part.kind()))
			.map(Part::text)
			.collect(Collectors.joining());
	}

	private static Part kept(String text) {
		return new Part(Kind.KEPT, text);
	}

	private static Part removed(String text) {
		return new Part(Kind.REMOVED, text);
	}

	private static Part added(String text) {
		return new Part(Kind.ADDED, text);
	}

}
