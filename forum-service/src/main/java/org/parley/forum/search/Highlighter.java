package org.parley.forum.search;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/**
 * Cuts an extract around the first match out of a text and marks all matches in it. A
 * word also matches its inflected forms, which are recognized by their stem.
 */
final class Highlighter {

	private static final int CONTEXT_BEFORE = 60;

	private static final int MAX_LENGTH = 240;

	private static final int MIN_STEM = 4;

	private static final char ASCII_END = 128;

	private static final int SUFFIX_LENGTH = 3;

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private final List<String> stems;

	/** The stems that a word of ASCII can begin with. */
	private final List<String> asciiStems;

	Highlighter(Collection<String> words) {
		this.stems = words.stream().map(Highlighter::stem).distinct().toList();
		this.asciiStems = this.stems.stream().filter((stem) -> isAscii(stem, 0, stem.length())).toList();
	}

	/** Returns the extract around the first match, as HTML with {@code <mark>}. */
	Optional<String> mark(String text) {
		return extract(text).map(this::markAll);
	}

	/** Returns the extract around the first match. */
	Optional<String> extract(String text) {
		var words = TextWords.WORD.matcher(text);
		while (words.find()) {
			if (isMatch(text, words.start(), words.end())) {
				return Optional.of(cut(text, words.start()));
			}
		}
		return Optional.empty();
	}

	/** Returns a text as HTML with every match marked. */
	String markAll(String text) {
		var marked = new StringBuilder();
		var words = TextWords.WORD.matcher(text);
		var end = 0;
		while (words.find()) {
			if (isMatch(text, words.start(), words.end())) {
				marked.append(escape(text.substring(end, words.start())))
					.append("<mark>")
					.append(words.group())
					.append("</mark>");
				end = words.end();
			}
		}
		return marked.append(escape(text.substring(end))).toString();
	}

	/** Escapes only the characters with a meaning in HTML. */
	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

	/** Most words are ASCII, which needs no normalization. */
	private boolean isMatch(String text, int start, int end) {
		if (!isAscii(text, start, end)) {
			var folded = fold(text.substring(start, end));
			return this.stems.stream().anyMatch(folded::startsWith);
		}
		for (var stem : this.asciiStems) {
			if (stem.length() <= end - start && text.regionMatches(true, start, stem, 0, stem.length())) {
				return true;
			}
		}
		return false;
	}

	private static boolean isAscii(String text, int start, int end) {
		for (var at = start; at < end; at++) {
			if (text.charAt(at) >= ASCII_END) {
				return false;
			}
		}
		return true;
	}

	/** Cuts at a word boundary shortly before the match and at one after it. */
	private static String cut(String text, int match) {
		var space = (match <= CONTEXT_BEFORE) ? -1 : text.indexOf(' ', match - CONTEXT_BEFORE);
		var from = (match <= CONTEXT_BEFORE) ? 0 : (space < 0 || space > match) ? match : space + 1;
		if (text.length() - from <= MAX_LENGTH) {
			return text.substring(from);
		}
		var end = text.lastIndexOf(' ', from + MAX_LENGTH);
		var to = (end > from + MAX_LENGTH / 2) ? end
				: text.offsetByCodePoints(from, text.codePointCount(from, from + MAX_LENGTH) - 1);
		return text.substring(from, to) + "…";
	}

	private static String stem(String word) {
		var folded = fold(word);
		return (folded.length() <= MIN_STEM) ? folded
				: folded.substring(0, Math.max(MIN_STEM, folded.length() - SUFFIX_LENGTH));
	}

	private static String fold(String word) {
		return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
	}

}
