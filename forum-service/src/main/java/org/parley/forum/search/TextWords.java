package org.parley.forum.search;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Splits texts into words of letters, digits and combining marks. Names such as
 * {@code c#}, {@code c++} and {@code .net} have their signs; versions, dates and times
 * such as {@code 1.2.3} and {@code 10:30}, and emoji, are words, too.
 */
final class TextWords {

	private static final String NUMBER = "(?<![\\w\\p{L}\\p{N}\\p{M}.])\\p{Nd}++(?:[-.:,/]\\p{Nd}++)++";

	/**
	 * {@code \w} comes first because it is checked fastest; Persian has non-joiners
	 * within words.
	 */
	private static final String NAME = "((?<![\\w\\p{L}\\p{N}\\p{M}.])[.])?[\\w\\p{L}\\p{N}\\p{M}\u200C]+"
			+ "([+][+]+|[#♯](?![\\w\\p{L}\\p{N}\\p{M}#]))?";

	private static final String EMOJI = "[\\p{IsExtended_Pictographic}\\x{1F1E6}-\\x{1F1FF}&&[^©®]]";

	static final Pattern WORD = Pattern.compile(NUMBER + "|" + NAME + "|" + EMOJI);

	/** Dots join the parts of names in queries, so that both are found together. */
	private static final Pattern QUERIED = Pattern.compile(NUMBER + "|" + NAME + "(?:[.][\\w\\p{L}\\p{N}\\p{M}]++)*+|"
			+ EMOJI + "[" + EMOJI + "\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}\\x{200D}]*");

	private TextWords() {
	}

	static List<String> of(String text) {
		return words(WORD, text);
	}

	/** Splits a query; words that dots join are one. */
	static List<String> ofQuery(String query) {
		return words(QUERIED, query);
	}

	private static List<String> words(Pattern word, String text) {
		return word.matcher(text).results().map(MatchResult::group).toList();
	}

}
