package org.parley.platform.text.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers with dots between their parts: versions ({@code 1.2.3}, {@code v2.0}), network
 * addresses and decimals. Each is one term, so that no other number with the same parts
 * is found. Texts also have its beginnings ({@code 1.2}) and its parts as terms.
 */
final class DottedNumbers {

	/** Takes the place of a dot; tokenizers keep it. */
	static final String DOT = "__8228__";

	private static final int MAX_PARTS = 8;

	private static final Pattern DOTTED = Pattern.compile(
			"(?<![\\p{L}\\p{M}\\p{N}.])(?<!\\p{Nd}[,'\u2019](?=\\p{Nd}{3}(?!\\p{Nd})))[vV]?(\\p{Nd}++(?:[.]\\p{Nd}++){1,"
					+ (MAX_PARTS - 1) + "})(?![.]?\\p{Nd})");

	/** Dots between groups of three digits make one number. */
	private static final Pattern GROUPED = Pattern.compile("\\p{Nd}{1,3}(?:[.]\\p{Nd}{3})++");

	private DottedNumbers() {
	}

	/** Writes the dotted numbers of a text as words. */
	static String join(String text) {
		return DOTTED.matcher(text)
			.replaceAll((number) -> GROUPED.matcher(number.group(1)).matches() ? number.group()
					: number.group(1).replace(".", DOT));
	}

	static boolean isDotted(String word) {
		return word.contains(DOT);
	}

	/**
	 * Returns the terms of a dotted number of a text, that of the whole first. A query of
	 * a beginning such as {@code 192.168} may be a number with groups of digits.
	 */
	static List<String> terms(String word) {
		var parts = List.of(word.split(DOT, -1));
		var terms = new LinkedHashSet<String>();
		for (var length = parts.size(); length > 1; length--) {
			var beginning = parts.subList(0, length);
			terms.add(String.join(DOT, beginning));
			if (GROUPED.matcher(String.join(".", beginning)).matches()) {
				terms.add(String.join("", beginning));
			}
		}
		terms.addAll(parts);
		return new ArrayList<>(terms);
	}

}
