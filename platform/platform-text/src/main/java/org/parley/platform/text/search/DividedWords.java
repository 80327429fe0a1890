package org.parley.platform.text.search;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words with a sign between their parts ({@code wi-fi}, {@code O'Reilly},
 * {@code node.js}), and numbers with groups of digits ({@code 1,000,000}). Texts have
 * them also without the sign, at the place of the last part, so that {@code wifi} finds
 * them and phrases stay. Numbers with dots ({@code 1.2.3}) stay whole.
 */
final class DividedWords {

	/** Stands between the last part and the whole word; tokenizers keep it. */
	static final String WHOLE = "__8208__";

	/** Takes the place of underscores, which are in {@link #WHOLE}. */
	private static final char UNDERSCORE = '\u203F';

	private static final int MAX_PARTS = 4;

	private static final int MAX_LENGTH = 60;

	/** Scripts that write hyphens and apostrophes within words. */
	private static final String LETTERS = "\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}\\p{IsArmenian}\\p{IsGeorgian}"
			+ "\\p{IsDevanagari}";

	private static final String PART = "[" + LETTERS + "\\p{Nd}\\p{M}]";

	private static final String SIGNS = "-.'\u203F\u2010\u2011\u2018\u2019";

	/** A version behind a hyphen is no part: {@code gcc-13.2.1}. */
	private static final Pattern WORD = Pattern
		.compile("(?<!" + PART + ")" + PART + "++(?:[" + SIGNS + "]" + PART + "++(?!" + DottedNumbers.DOT + "))++");

	private static final Pattern SIGN = Pattern.compile("[" + SIGNS + "]");

	private static final Pattern LETTER = Pattern.compile("[" + LETTERS + "]");

	/** A letter before a word that many write without the hyphen: {@code e-mail}. */
	private static final Pattern PREFIX = Pattern
		.compile("(?<![\\p{L}\\p{M}\\p{N}])([" + LETTERS + "])[-\u2010\u2011](?=[" + LETTERS + "]{2})");

	private static final String GROUPED = "(?<![\\p{Nd}.,])\\p{Nd}{1,3}(?:([.,'\u2019 ])\\p{Nd}{3}(?!\\p{Nd}))++";

	private static final Pattern NUMBER = Pattern.compile(GROUPED);

	/** A number with groups and the sign of what follows it: {@code 1,234.5}. */
	private static final Pattern CONTINUED = Pattern.compile(GROUPED + "(?:([.,])(?=\\p{Nd}))?+");

	private static final Pattern GROUPS = Pattern.compile("[.,'\u2019 ]");

	private DividedWords() {
	}

	/** Divides the words of a text and adds the whole ones. */
	static String divide(String text) {
		var written = text.replace('_', UNDERSCORE);
		if (!mayBeDivided(written)) {
			return written.replace(UNDERSCORE, ' ');
		}
		var numbers = NUMBER.matcher(DottedNumbers.join(written)).replaceAll((number) -> divided(number, GROUPS));
		return WORD.matcher(numbers)
			.replaceAll((word) -> LETTER.matcher(word.group()).find() ? divided(word, SIGN) : word.group())
			.replace(UNDERSCORE, ' ');
	}

	/**
	 * Whether a text may have divided words or numbers. Most texts have none, and the
	 * regular expressions try each of their words.
	 */
	private static boolean mayBeDivided(String text) {
		for (var at = 1; at < text.length() - 1; at++) {
			var sign = text.charAt(at);
			if ((sign == ' ')
					? Character.isDigit(text.codePointBefore(at)) && Character.isDigit(text.codePointAt(at + 1))
					: (sign == ',' || SIGNS.indexOf(sign) >= 0) && text.charAt(at - 1) > ' '
							&& text.charAt(at + 1) > ' ') {
				return true;
			}
		}
		return false;
	}

	/** Writes the divided words of a query as the whole ones, which texts have, too. */
	static String whole(String query) {
		return WORD.matcher(query.replace('_', UNDERSCORE)).replaceAll((word) -> {
			var parts = SIGN.split(word.group());
			return (LETTER.matcher(word.group()).find() && hasWhole(word, parts)) ? String.join("", parts)
					: word.group();
		}).replace(UNDERSCORE, ' ');
	}

	/**
	 * Writes a letter before a word and groups of digits apart, as texts have them in
	 * phrases: {@code my e mail}, {@code up to 1 000}. A number that goes on with the
	 * sign of its groups has none: {@code 192.168.0.1}.
	 */
	static String apart(String query) {
		var words = PREFIX.matcher(query).replaceAll("$1 ");
		return CONTINUED.matcher(words)
			.replaceAll((number) -> number.group(1).equals(number.group(2)) ? number.group()
					: GROUPS.matcher(number.group()).replaceAll(" "));
	}

	/** Writes the numbers of a query without groups, and some words without hyphen. */
	static String join(String query) {
		var words = PREFIX.matcher(DottedNumbers.join(query.replace('_', ' '))).replaceAll("$1");
		return NUMBER.matcher(words)
			.replaceAll((number) -> number.group().contains(" ") ? number.group()
					: GROUPS.matcher(number.group()).replaceAll(""));
	}

	private static String divided(MatchResult word, Pattern sign) {
		var parts = sign.split(word.group());
		return String.join(" ", parts) + (hasWhole(word, parts) ? WHOLE + String.join("", parts) : "");
	}

	private static boolean hasWhole(MatchResult word, String[] parts) {
		return parts.length <= MAX_PARTS && word.group().length() <= MAX_LENGTH;
	}

}
