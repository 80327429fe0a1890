package org.parley.chat.message;

import java.util.List;
import java.util.stream.Stream;

import org.parley.platform.text.markdown.Markdown;
import org.parley.platform.text.search.JoinedWords;
import org.parley.platform.text.search.SearchAnalyzer;

/**
 * The text of a message.
 *
 * @param text the text in Markdown
 * @param html the text as safe HTML
 * @param words the terms that search finds, each once
 */
public record MessageText(String text, String html, List<String> words) {

	/**
	 * Each is an entry in the index. The longest messages of scripts without spaces have
	 * nearly as many, because every pair of characters is a word.
	 */
	private static final int MAX_WORDS = 5_000;

	private static final int MAX_LENGTH = 40;

	public static MessageText of(String text, Markdown markdown) {
		var rendered = markdown.render(text);
		return new MessageText(text, rendered.html(), distinct(SearchAnalyzer.TEXTS.terms(rendered.searchedText())));
	}

	/**
	 * The terms that a message must have to be found, each once, in each form of a query.
	 * Its words may be in any order, those of Korean too, which the analyzer would pair
	 * with the next ones.
	 */
	public static List<List<String>> wanted(String query) {
		return SearchAnalyzer.forms(query)
			.stream()
			.map((form) -> Stream.of(JoinedWords.join(form).split("\\s+"))
				.flatMap((word) -> SearchAnalyzer.QUERIES.terms(word).stream())
				.toList())
			.map(MessageText::distinct)
			.filter((form) -> !form.isEmpty())
			.distinct()
			.toList();
	}

	private static List<String> distinct(List<String> terms) {
		return terms.stream().map(MessageText::cut).distinct().limit(MAX_WORDS).toList();
	}

	private static String cut(String term) {
		return (term.codePointCount(0, term.length()) <= MAX_LENGTH) ? term
				: term.substring(0, term.offsetByCodePoints(0, MAX_LENGTH));
	}

}
