package org.parley.forum.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes slugs, the readable part of an address. */
public final class Slug {

	private static final int MAX_LENGTH = 80;

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{Ll}\\p{Lo}\\p{N}]+");

	private Slug() {
	}

	/**
	 * Joins the letters and digits of a title by hyphens; never returns an empty slug.
	 */
	public static String of(String title) {
		var lower = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		var words = BETWEEN.matcher(lower).replaceAll("-");
		var cut = words.substring(0,
				words.offsetByCodePoints(0, Math.min(MAX_LENGTH, words.codePointCount(0, words.length()))));
		var slug = cut.replaceAll("^-|-$", "");
		return slug.isEmpty() ? "thread" : slug;
	}

}
