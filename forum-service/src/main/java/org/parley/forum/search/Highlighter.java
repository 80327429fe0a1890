package org.parley.forum.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.platform.domain.GraphemeClusters;
import org.parley.platform.text.search.SearchAnalyzer;
import org.parley.platform.text.search.SearchLetters;
import org.parley.platform.text.search.UnspacedScripts;

import org.springframework.web.util.HtmlUtils;

/**
 * Cuts an extract around a match out of a text and marks all matches in it. A word of at
 * least three letters also matches words that begin with its stem, such as its inflected
 * forms.
 */
final class Highlighter {

	private static final int CONTEXT_BEFORE = 60;

	private static final int MAX_LENGTH = 240;

	private static final int MIN_STEM = 4;

	/** Shorter words, such as "a" and "to", begin too many others. */
	private static final int MIN_BEGINNING = 3;

	private static final char ASCII_END = 128;

	private static final char DOTLESS = 'ı';

	private static final int SUFFIX_LENGTH = 3;

	/** A word that may be written with signs between its parts. */
	private static final Pattern DIVIDED = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])[\\p{L}\\p{M}\\p{N}]++"
			+ "(?:[-.'\"\u05F3\u05F4\u2010\u2011\u2018\u2019\u201C\u201D\u201E][\\p{L}\\p{M}\\p{N}]++){1,3}+");

	/** The signs of ASCII in {@link #DIVIDED}. */
	private static final String SIGNS = "-.'\"";

	private static final Pattern MARKS = Pattern.compile("[\\p{M}\u200C]+");

	private final List<String> stems;

	/**
	 * The stems that a word of ASCII can begin with. Its {@code I} is no capital
	 * {@code ı}.
	 */
	private final List<String> asciiStems;

	/**
	 * The words of scripts without spaces, and Korean ones, which occur within others.
	 */
	private final List<String> parts;

	/** The length of the longest stem or part. */
	private final int longest;

	Highlighter(Collection<String> words) {
		this.stems = words.stream().flatMap(Highlighter::stems).filter((stem) -> !stem.isEmpty()).distinct().toList();
		this.parts = words.stream()
			.filter((word) -> isUnspaced(word))
			.map((word) -> SearchLetters.unify(word.toLowerCase(Locale.ROOT)))
			.distinct()
			.toList();
		this.asciiStems = words.stream()
			.filter((word) -> word.indexOf(DOTLESS) < 0)
			.map(Highlighter::stem)
			.filter((stem) -> !stem.isEmpty() && isAscii(stem, 0, stem.length()))
			.distinct()
			.toList();
		this.longest = Stream.concat(this.stems.stream(), this.parts.stream()).mapToInt(String::length).max().orElse(0);
	}

	/** Returns the extract, as HTML with {@code <mark>}. */
	Optional<String> mark(String text) {
		return extract(text).map(this::markAll);
	}

	/** Returns the extract around the first match of the longest word that matches. */
	Optional<String> extract(String text) {
		var words = TextWords.WORD.matcher(text);
		var best = -1;
		var length = 0;
		while (length < this.longest && findNext(words, text)) {
			var match = findMatch(text, words.start(), words.end());
			var matched = (match >= 0) ? matchedLength(text, match, edge(text, match, words.end()))
					: wholeEnd(text, words.start(), words.end()) - words.end();
			match = (match >= 0) ? match : words.start();
			if (matched > length) {
				best = match;
				length = matched;
			}
		}
		return (best >= 0) ? Optional.of(cut(text, best)) : Optional.empty();
	}

	private int matchedLength(String text, int start, int end) {
		return Math.max(partAt(text, start).length(),
				matching(text.substring(start, end)).mapToInt(String::length).max().orElse(0));
	}

	/** Returns the stems that a word has, also in the spelling of other keyboards. */
	private Stream<String> matching(String word) {
		var folded = fold(word);
		var spelling = SearchAnalyzer.spelled(word);
		var spelled = spelling.equals(word) ? folded : fold(spelling);
		var forms = SearchAnalyzer.bareForms(folded);
		return this.stems.stream()
			.filter((stem) -> matches(folded, stem) || matches(spelled, stem)
					|| forms.stream().anyMatch((form) -> matches(form, stem)));
	}

	/**
	 * Returns the beginning of a text that was found by another spelling; empty without
	 * words.
	 */
	Optional<String> beginning(String text) {
		return this.stems.isEmpty() ? Optional.empty() : Optional.of(cut(text, 0));
	}

	/** Returns a text as HTML with every match marked. */
	String markAll(String text) {
		var marked = new StringBuilder();
		var words = TextWords.WORD.matcher(text);
		var end = 0;
		while (findNext(words, text)) {
			if (words.start() < end) {
				continue;
			}
			var match = findMatch(text, words.start(), words.end());
			var wholeEnd = (match < 0) ? wholeEnd(text, words.start(), words.end()) : words.end();
			if (wholeEnd > words.end()) {
				marked.append(marked(text, end, words.start(), wholeEnd));
				end = wholeEnd;
			}
			while (match >= 0) {
				var part = partAt(text, match);
				var matchEnd = part.isEmpty() ? edge(text, match, words.end()) : match + part.length();
				marked.append(marked(text, end, match, matchEnd));
				end = matchEnd;
				match = (end < words.end()) ? findMatch(text, end, words.end()) : -1;
			}
		}
		return marked.append(escape(text.substring(end))).toString();
	}

	/** Returns what is before a match, and the match with its mark. */
	private static String marked(String text, int from, int match, int end) {
		return escape(text.substring(from, match)) + "<mark>" + escape(text.substring(match, end)) + "</mark>";
	}

	/**
	 * Returns where a word with signs between its parts ends if it matches without them
	 * ({@code wi-fi} for {@code wifi}); otherwise where its first part ends.
	 */
	private int wholeEnd(String text, int start, int end) {
		var divided = DIVIDED.matcher(text).region(start, text.length());
		if (!divided.lookingAt()) {
			return end;
		}
		var whole = SearchAnalyzer.whole(divided.group());
		return (!whole.equals(divided.group())
				&& matching(whole).anyMatch((stem) -> stem.length() > Math.max(end - start, MIN_BEGINNING - 1)))
						? divided.end() : end;
	}

	/**
	 * Finds the next word that may match, or one just before it. A regular expression for
	 * every word is slow.
	 */
	private boolean findNext(Matcher words, String text) {
		var from = words.hasMatch() ? words.end() : 0;
		var candidate = from;
		while (candidate < text.length() && !mayMatch(text, candidate)) {
			candidate++;
		}
		if (candidate == text.length()) {
			return false;
		}
		// No word has a space.
		while (candidate > from && text.charAt(candidate - 1) > ' ') {
			candidate--;
		}
		return words.find(candidate);
	}

	/** Whether a match may be in the word of this place. */
	private boolean mayMatch(String text, int at) {
		if (text.charAt(at) >= ASCII_END) {
			return true;
		}
		if (SIGNS.indexOf(text.charAt(at)) >= 0 && at > 0 && at + 1 < text.length() && text.charAt(at - 1) > ' '
				&& text.charAt(at + 1) > ' ') {
			return true;
		}
		for (var stem : this.asciiStems) {
			if (text.regionMatches(true, at, stem, 0, stem.length())) {
				return true;
			}
		}
		return false;
	}

	/** Escapes only the characters with a meaning in HTML. */
	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

	/** Returns where the first match in a word begins, or -1. */
	private int findMatch(String text, int start, int end) {
		if (!this.parts.isEmpty() && !isAscii(text, start, end)) {
			for (var at = start; at < end; at++) {
				if (!partAt(text, at).isEmpty()) {
					return at;
				}
			}
		}
		for (var at = start; at < end; at++) {
			if ((at == start || text.charAt(at - 1) == '_' || (isWithin(text, at - 1) && !isWithin(text, at)))
					&& isMatch(text, at, edge(text, at, end))) {
				return at;
			}
		}
		return -1;
	}

	/**
	 * Returns where a letter of a script without spaces, or a Korean one, ends others.
	 */
	private static int edge(String text, int start, int end) {
		var at = start;
		while (at < end && !isWithin(text, at)) {
			at++;
		}
		return (at > start) ? at : end;
	}

	/** Whether a letter may stand beside those of another word. */
	private static boolean isWithin(String text, int at) {
		return text.charAt(at) >= ASCII_END && isUnspaced(text.codePointAt(at));
	}

	/** Returns the word of a script without spaces that a place begins with. */
	private String partAt(String text, int at) {
		return this.parts.stream().filter((part) -> begins(text, at, part)).findFirst().orElse("");
	}

	private static boolean begins(String text, int at, String part) {
		return at + part.length() <= text.length() && IntStream.range(0, part.length())
			.allMatch(
					(next) -> Character.toLowerCase(SearchLetters.unify(text.charAt(at + next))) == part.charAt(next));
	}

	private static boolean isUnspaced(String word) {
		return !isAscii(word, 0, word.length()) && word.codePoints().anyMatch((letter) -> isUnspaced(letter));
	}

	private static boolean isUnspaced(int letter) {
		return UnspacedScripts.have(letter) || isKorean(letter);
	}

	/** Korean words have endings. */
	private static boolean isKorean(int letter) {
		return UnicodeScript.of(letter) == UnicodeScript.HANGUL;
	}

	/** Most words are ASCII, which needs no normalization. */
	private boolean isMatch(String text, int start, int end) {
		if (!isAscii(text, start, end)) {
			return matching(text.substring(start, end)).findAny().isPresent();
		}
		for (var stem : this.asciiStems) {
			var isLongEnough = stem.length() >= MIN_BEGINNING && stem.length() <= end - start;
			if ((isLongEnough || stem.length() == end - start)
					&& text.regionMatches(true, start, stem, 0, stem.length())) {
				return true;
			}
		}
		return false;
	}

	private static boolean matches(String folded, String stem) {
		return (stem.length() < MIN_BEGINNING) ? folded.equals(stem) : folded.startsWith(stem);
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
				: from + GraphemeClusters
					.cut(text.substring(from, Math.min(text.length(), from + 2 * MAX_LENGTH)), MAX_LENGTH - 1,
							MAX_LENGTH - 1)
					.length();
		return text.substring(from, to) + "…";
	}

	/** Arabic words are also found without their article. */
	private static Stream<String> stems(String word) {
		var folded = fold(word);
		var stem = SearchAnalyzer.arabicStem(folded);
		return stem.equals(folded) ? Stream.of(stem(word)) : Stream.of(stem(word), stem);
	}

	private static String stem(String word) {
		var folded = fold(word);
		return (folded.length() <= MIN_STEM || folded.chars().anyMatch(Character::isDigit)) ? folded
				: folded.substring(0, Math.max(MIN_STEM, folded.length() - SUFFIX_LENGTH));
	}

	/** Words are compared as searches fold them; Korean ones by their letters. */
	private static String fold(String word) {
		var folded = SearchAnalyzer.fold(word);
		var letters = folded.codePoints().anyMatch((letter) -> isKorean(letter))
				? Normalizer.normalize(folded, Normalizer.Form.NFD) : folded;
		return MARKS.matcher(letters).replaceAll("");
	}

}
