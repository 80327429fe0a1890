package org.parley.forum.text;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.parley.platform.text.StackedMarks;
import org.parley.platform.text.TagKey;
import org.parley.platform.text.VisibleCharacters;

/**
 * Names of tags. A thread shows a tag as its author wrote it; its {@linkplain TagKey key}
 * is the same for every spelling.
 */
public final class TagName {

	/** In characters as people see them. */
	private static final int MAX_LENGTH = 30;

	/** In code points, as the contract says. */
	private static final int MAX_SIZE = 50;

	private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

	private static final int ZERO_WIDTH_JOINER = 0x200D;

	private static final String JOINING = "-._" + TagKey.SIGNS;

	/** ASCII as keyboards of Chinese and Japanese write it, and the narrow middle dot. */
	private static final Pattern WIDE = Pattern.compile("[\\x{FF01}-\\x{FF5E}\\x{FF65}]");

	/** Letters of Hangul that show nothing. */
	private static final Pattern FILLER = Pattern.compile("[\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}]");

	private TagName() {
	}

	public static boolean isValid(String text) {
		return text.length() <= 2 * MAX_SIZE && isJoinedWords(narrow(text)) && !FILLER.matcher(text).find()
				&& StackedMarks.areSpelling(text) && VisibleCharacters.count(text) <= MAX_LENGTH
				&& isStorable(display(text)) && isStorable(TagKey.of(text));
	}

	private static String narrow(String text) {
		return WIDE.matcher(text)
			.replaceAll((wide) -> Matcher.quoteReplacement(Normalizer.normalize(wide.group(), Normalizer.Form.NFKC)));
	}

	/**
	 * Words of letters and digits, which may begin with a dot, as {@code .net} does, have
	 * signs, as {@code c++}, and are joined by single signs, as {@code node.js} and
	 * {@code col·legi}.
	 */
	private static boolean isJoinedWords(String text) {
		var begins = true;
		for (int at = text.startsWith(".") ? 1 : 0, next; at < text.length(); at = next) {
			var character = text.codePointAt(at);
			next = at + Character.charCount(character);
			var joins = JOINING.indexOf(character) >= 0;
			if (!Character.isLetterOrDigit(character) && (begins || (!joins && !isWithinWord(character)))) {
				return false;
			}
			begins = joins;
		}
		return !begins;
	}

	/** Joiners are part of words in some scripts. */
	private static boolean isWithinWord(int character) {
		return switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
			default -> character == '+' || character == '#' || character == ZERO_WIDTH_NON_JOINER
					|| character == ZERO_WIDTH_JOINER;
		};
	}

	private static boolean isStorable(String text) {
		return text.codePointCount(0, text.length()) <= MAX_SIZE;
	}

	public static List<String> keys(List<String> tags) {
		return tags.stream().map(TagKey::of).toList();
	}

	/** Returns the tags as threads show them, each once. */
	public static List<String> distinct(List<String> tags) {
		var byKey = tags.stream()
			.collect(Collectors.toMap(TagKey::of, Function.identity(), (first, _) -> first, LinkedHashMap::new));
		return byKey.values().stream().map(TagName::display).toList();
	}

	private static String display(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC);
	}

}
