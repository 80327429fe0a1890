package org.parley.platform.text.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The terms of one word of a text: {@code .net} and {@code net}; {@code größe} and
 * {@code groesse}; a compound and its parts.
 */
final class TermVariants {

	/** Stands between the parts of a compound; tokenizers keep it. */
	static final String JOINT = "__8204__";

	/** How letters are written on keyboards that lack them. */
	private static final Map<String, String> SPELLINGS = Map.of("ä", "ae", "ö", "oe", "ü", "ue", "ø", "oe", "å", "aa",
			"Ä", "ae", "Ö", "oe", "Ü", "ue", "Ø", "oe", "Å", "aa");

	private static final Pattern SPELLED = Pattern.compile("[äöüøåÄÖÜØÅ]");

	private TermVariants() {
	}

	/** Returns the terms, that of the whole word first. */
	static List<String> of(String word) {
		var terms = new ArrayList<String>();
		if (word.contains(JOINT)) {
			terms.add(word.replace(JOINT, ""));
			terms.addAll(List.of(word.split(JOINT, -1)));
			return terms;
		}
		terms.add(word);
		var plain = SpecialNames.plain(word);
		if (!plain.equals(word)) {
			terms.add(plain);
		}
		var spelled = SPELLED.matcher(word).replaceAll((letter) -> SPELLINGS.get(letter.group()));
		if (!spelled.equals(word)) {
			terms.add(spelled);
		}
		return terms;
	}

}
