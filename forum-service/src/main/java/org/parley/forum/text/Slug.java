package org.parley.forum.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.parley.platform.domain.GraphemeClusters;

/** Makes slugs, the readable part of an address. */
public final class Slug {

	/** In characters as people see them. */
	private static final int MAX_LENGTH = 80;

	/** In code points, as the contract says: a character may have many marks. */
	private static final int MAX_SIZE = 200;

	/** Invisible characters, which join or style letters, separate no words. */
	private static final Pattern INVISIBLE = Pattern.compile(
			"[\\p{Cf}\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");

	/** Marks belong to the letter before them. */
	private static final Pattern WORD = Pattern
		.compile("[\\p{Ll}\\p{Lo}\\p{Lm}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{N}\\p{M}]*");

	private Slug() {
	}

	/**
	 * Joins the words of a title by hyphens; never returns an empty slug.
	 */
	public static String of(String title) {
		var lower = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace("i\u0307", "i");
		var words = WORD.matcher(Normalizer.normalize(INVISIBLE.matcher(lower).replaceAll(""), Normalizer.Form.NFC))
			.results()
			.map(MatchResult::group)
			.collect(Collectors.joining("-"));
		var cut = GraphemeClusters.cut(words, MAX_LENGTH, MAX_SIZE);
		var slug = cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
		return slug.isEmpty() ? "thread" : slug;
	}

}
