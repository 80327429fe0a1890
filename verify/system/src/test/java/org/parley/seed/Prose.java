package org.parley.seed;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.parley.seed.SeedWords.Topic;

/**
 * Generates forum texts, reproducible by the source of randomness.
 */
final class Prose {

	private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

	private final SeedWords seedWords;

	private final RandomGenerator random;

	Prose(SeedWords seedWords, RandomGenerator random) {
		this.seedWords = seedWords;
		this.random = random;
	}

	String title(Topic topic) {
		return fill(randomOf(this.seedWords.titles()), topic);
	}

	/** Generates a post. Most are short; one in twenty is very long. */
	String post(Topic topic) {
		var chance = this.random.nextInt(100);
		if (chance < 35) {
			return paragraph(topic, 1, 2);
		}
		if (chance < 75) {
			return paragraph(topic, 2, 6);
		}
		return (chance < 95) ? paragraphs(topic, 2, 4) : paragraphs(topic, 5, 15);
	}

	List<String> tags(Topic topic) {
		return this.random.ints(this.random.nextInt(4), 0, topic.tags().size())
			.distinct()
			.mapToObj(topic.tags()::get)
			.toList();
	}

	String personName() {
		return randomOf(this.seedWords.givenNames()) + " " + randomOf(this.seedWords.surnames());
	}

	private String paragraphs(Topic topic, int least, int most) {
		return IntStream.range(0, this.random.nextInt(least, most + 1))
			.mapToObj((_) -> paragraph(topic, 2, 7))
			.collect(Collectors.joining("\n\n"));
	}

	private String paragraph(Topic topic, int least, int most) {
		return IntStream.range(0, this.random.nextInt(least, most + 1))
			.mapToObj((_) -> fill(randomOf(this.seedWords.sentences()), topic))
			.collect(Collectors.joining(" "));
	}

	private String fill(String template, Topic topic) {
		return SLOT.matcher(template).replaceAll((slot) -> word(slot, topic));
	}

	private String word(MatchResult slot, Topic topic) {
		return switch (slot.group(1)) {
			case "thing" -> randomOf(topic.things());
			case "Thing" -> capitalized(randomOf(topic.things()));
			case "adjective" -> randomOf(this.seedWords.adjectives());
			case "adverb" -> randomOf(this.seedWords.adverbs());
			case "verb" -> randomOf(this.seedWords.verbs());
			case "season" -> randomOf(this.seedWords.seasons());
			case "number" -> String.valueOf(this.random.nextInt(2, 40));
			default -> throw new IllegalArgumentException("No words for " + slot.group());
		};
	}

	private static String capitalized(String seedWords) {
		return seedWords.substring(0, 1).toUpperCase(Locale.ROOT) + seedWords.substring(1);
	}

	private <T> T randomOf(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
