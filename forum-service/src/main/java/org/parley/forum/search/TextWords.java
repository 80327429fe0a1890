package org.parley.forum.search;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Splits texts into words of letters, digits and combining marks. Names such as
 * {@code c#}, {@code c++} and {@code .net} have their signs.
 */
final class TextWords {

	/**
	 * {@code \w} comes first because it is checked fastest; Persian has non-joiners
	 * within words.
	 */
	static final Pattern WORD = Pattern.compile(
			"((?<![\\w\\p{L}\\p{N}\\p{M}.])[.])?[\\w\\p{L}\\p{N}\\p{M}\u200C]+([+][+]+|[#♯](?![\\w\\p{L}\\p{N}\\p{M}#]))?");

	private TextWords() {
	}

	static List<String> of(String text) {
		return WORD.matcher(text).results().map(MatchResult::group).toList();
	}

}
