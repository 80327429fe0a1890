package org.parley.launcher.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

/**
 * What {@link Prose} is made of. No word holds a character that Markdown or HTML would
 * read as markup.
 *
 * @param topics what a category is about
 * @param titles with slots such as <code>{thing}</code>, like the sentences
 * @param sentences of posts
 * @param adjectives for a slot
 * @param adverbs for a slot
 * @param verbs for a slot, in the past tense
 * @param seasons for a slot
 * @param givenNames of people
 * @param surnames of people
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
