package org.parley.forum.search;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/**
 * Cuts the place out of a text where words are found, and marks them. A word is also
 * found in its other forms, told by how they begin.
 */
final class Highlighter {

	private static final int BEFORE = 60;

	private static final int LENGTH = 240;

	private static final int SHORTEST_STEM = 4;

	private static final int ENDING = 3;

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private final List<String> stems;

	Highlighter(Collection<String> words) {
		this.stems = words.stream().map(Highlighter::stem).distinct().toList();
	}

	/**
	 * The place of the first find, as HTML with {@code <mark>}; nothing when there is
	 * none.
	 */
	Optional<String> mark(String text) {
		return place(text).map(this::markAll);
	}

	/** The place of the first find. */
	Optional<String> place(String text) {
		var words = TextWords.WORD.matcher(text);
		while (words.find()) {
			if (isSought(words.group())) {
				return Optional.of(cut(text, words.start()));
			}
		}
		return Optional.empty();
	}

	/** A text as HTML, with every find marked. */
	String markAll(String text) {
		var marked = new StringBuilder();
		var words = TextWords.WORD.matcher(text);
		var end = 0;
		while (words.find()) {
			if (isSought(words.group())) {
				marked.append(escape(text.substring(end, words.start())))
					.append("<mark>")
					.append(words.group())
					.append("</mark>");
				end = words.end();
			}
		}
		return marked.append(escape(text.substring(end))).toString();
	}

	/** The characters that HTML gives a meaning to, and no others. */
	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

	private boolean isSought(String word) {
		var folded = fold(word);
		return this.stems.stream().anyMatch((stem) -> folded.startsWith(stem));
	}

	/** From a word boundary a little before, to one after. */
	private static String cut(String text, int place) {
		var space = (place <= BEFORE) ? -1 : text.indexOf(' ', place - BEFORE);
		var from = (place <= BEFORE) ? 0 : (space < 0 || space > place) ? place : space + 1;
		if (text.length() - from <= LENGTH) {
			return text.substring(from);
		}
		var end = text.lastIndexOf(' ', from + LENGTH);
		var to = (end > from + LENGTH / 2) ? end
				: text.offsetByCodePoints(from, text.codePointCount(from, from + LENGTH) - 1);
		return text.substring(from, to) + "…";
	}

	private static String stem(String word) {
		var folded = fold(word);
		return (folded.length() <= SHORTEST_STEM) ? folded
				: folded.substring(0, Math.max(SHORTEST_STEM, folded.length() - ENDING));
	}

	private static String fold(String word) {
		return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
	}

}
