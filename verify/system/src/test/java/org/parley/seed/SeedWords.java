package org.parley.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

/**
 * The vocabulary of {@link Prose}. No word contains Markdown or HTML markup.
 *
 * @param topics topics of categories
 * @param titles titles with placeholders such as <code>{thing}</code>
 * @param sentences sentences with placeholders
 * @param verbs verbs in the past tense
 */
record SeedWords(List<Topic> topics, List<String> titles, List<String> sentences, List<String> adjectives,
		List<String> adverbs, List<String> verbs, List<String> seasons, List<String> givenNames,
		List<String> surnames) {

	/**
	 * @param slug of the category
	 * @param name of the category
	 * @param description of the category
	 * @param colour of the category
	 * @param tags that its threads may have
	 * @param things that one can talk about there
	 */
	record Topic(String slug, String name, String description, String colour, List<String> tags, List<String> things) {
	}

	static SeedWords english() {
		try (var words = Objects.requireNonNull(SeedWords.class.getResourceAsStream("words.json"))) {
			return JsonMapper.shared().readValue(words, SeedWords.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
