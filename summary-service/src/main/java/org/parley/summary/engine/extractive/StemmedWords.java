package org.parley.summary.engine.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text is compared by, in any language: words in lower case; pairs of characters
 * where a script leaves no space between words.
 */
final class StemmedWords {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

	private static final Pattern UNBROKEN = Pattern.compile("\\S++");

	private static final Pattern UNSPACED = Pattern
		.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]");

	private StemmedWords() {
	}

	static List<String> of(String text) {
		var words = new ArrayList<String>();
		var found = WORD.matcher(withoutAddresses(text));
		while (found.find()) {
			add(found.group().toLowerCase(Locale.ROOT), words);
		}
		return List.copyOf(words);
	}

	private static String withoutAddresses(String text) {
		return UNBROKEN.matcher(text)
			.replaceAll((match) -> isAddress(match.group()) ? " " : Matcher.quoteReplacement(match.group()));
	}

	private static boolean isAddress(String unbroken) {
		var scheme = unbroken.indexOf("://", 1);
		return scheme > 0 && scheme + "://".length() < unbroken.length();
	}

	private static void add(String word, List<String> words) {
		if (!UNSPACED.matcher(word).find() || word.codePointCount(0, word.length()) < 3) {
			words.add(word);
			return;
		}
		int at = 0;
		for (int next = word.offsetByCodePoints(at, 1); next < word.length(); next = word.offsetByCodePoints(at, 1)) {
			words.add(word.substring(at, word.offsetByCodePoints(next, 1)));
			at = next;
		}
	}

}
