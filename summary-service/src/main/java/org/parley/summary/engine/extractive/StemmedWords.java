package org.parley.summary.engine.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a text of any language into comparable units: lower-case words, and character
 * pairs for scripts without spaces.
 */
final class StemmedWords {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

	private static final Pattern NON_SPACES = Pattern.compile("\\S++");

	private static final Pattern UNSPACED = Pattern
		.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]");

	private StemmedWords() {
	}

	static List<String> extract(String text) {
		var words = new ArrayList<String>();
		var matcher = WORD.matcher(withoutUrls(text));
		while (matcher.find()) {
			add(matcher.group().toLowerCase(Locale.ROOT), words);
		}
		return List.copyOf(words);
	}

	private static String withoutUrls(String text) {
		return NON_SPACES.matcher(text)
			.replaceAll((match) -> isUrl(match.group()) ? " " : Matcher.quoteReplacement(match.group()));
	}

	private static boolean isUrl(String token) {
		var scheme = token.indexOf("://", 1);
		return scheme > 0 && scheme + "://".length() < token.length();
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
