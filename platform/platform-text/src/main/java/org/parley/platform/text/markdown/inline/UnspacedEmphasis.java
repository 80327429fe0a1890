package org.parley.platform.text.markdown.inline;

import java.util.Arrays;
import java.util.regex.Pattern;

import org.commonmark.text.Characters;

/**
 * Lets emphasis begin and end beside punctuation in texts that are written without
 * spaces, {@code **这是重点。**这是正文}, and beside particles that belong to the next word, as in
 * Hebrew and Arabic. CommonMark knows such a delimiter by the spaces around it. An
 * invisible mark between the delimiter and the punctuation makes it one between two
 * letters; it is removed again after parsing.
 *
 * @see <a href="https://github.com/tats-u/markdown-cjk-friendly">CJK-friendly
 * emphasis</a>
 */
public final class UnspacedEmphasis {

	/** A noncharacter, which Unicode reserves for internal use. */
	public static final String MARK = "\uFDD0";

	/**
	 * The first and last characters of the scripts from Hebrew and Arabic over those of
	 * India to Thai, Lao, Tibetan and Burmese, of Ethiopic, Khmer and Mongolian, and of
	 * Hangul, Han, Kana, their punctuation and forms.
	 */
	private static final int[] UNSPACED = { 0x0590, 0x109F, 0x1100, 0x139F, 0x1780, 0x18AF, 0x2E80, 0xA4CF, 0xA960,
			0xA97F, 0xAC00, 0xD7FF, 0xF900, 0xFDCF, 0xFDF0, 0xFDFF, 0xFE30, 0xFE4F, 0xFE70, 0xFEFE, 0xFF01, 0xFFEE,
			0x1B000, 0x1B16F, 0x20000, 0x3FFFD };

	private static final Pattern DELIMITERS = Pattern.compile("\\*++|~++|\\|\\|++");

	private UnspacedEmphasis() {
	}

	/** Adds the marks to a text. */
	public static String mark(String markdown) {
		var text = unmark(markdown);
		if (text.codePoints().noneMatch(UnspacedEmphasis::isUnspaced)) {
			return text;
		}
		var marked = new StringBuilder();
		var end = 0;
		for (var matcher = DELIMITERS.matcher(text); matcher.find();) {
			var before = (matcher.start() > 0) ? text.codePointBefore(matcher.start()) : ' ';
			var after = (matcher.end() < text.length()) ? text.codePointAt(matcher.end()) : ' ';
			var isInText = (isUnspaced(before) || isUnspaced(after)) && !Characters.isWhitespaceCodePoint(before)
					&& !Characters.isWhitespaceCodePoint(after) && before != '\\';
			marked.append(text, end, matcher.start());
			marked.append((isInText && Characters.isPunctuationCodePoint(before)) ? MARK : "");
			marked.append(matcher.group());
			marked.append((isInText && Characters.isPunctuationCodePoint(after)) ? MARK : "");
			end = matcher.end();
		}
		return marked.append(text, end, text.length()).toString();
	}

	/** Removes the marks. */
	public static String unmark(String text) {
		return text.contains(MARK) ? text.replace(MARK, "") : text;
	}

	private static boolean isUnspaced(int c) {
		var at = Arrays.binarySearch(UNSPACED, c);
		return at >= 0 || at % 2 == 0;
	}

}
