package org.parley.platform.text.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The terms of one word of a text: {@code .net} and {@code net}; {@code größe} and
 * {@code groesse}; a compound and its parts; {@code 1.2.3} and {@code 1.2}.
 */
final class TermVariants {

	/** Stands between the parts of a compound; tokenizers keep it. */
	static final String JOINT = "__8204__";

	/** How letters are written on keyboards that lack them. */
	private static final Map<String, String> SPELLINGS = Map.of("ä", "ae", "ö", "oe", "ü", "ue", "ø", "oe", "å", "aa",
			"Ä", "ae", "Ö", "oe", "Ü", "ue", "Ø", "oe", "Å", "aa");

	/** Three letters at least follow, each of which may have points. */
	private static final Pattern PARTICLE = Pattern
		.compile("[בהוכלמש]\\p{M}*+((?:[\\p{IsHebrew}&&\\p{L}]\\p{M}*+){3,}+)");

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
		if (DottedNumbers.isDotted(word)) {
			return DottedNumbers.terms(word);
		}
		var whole = word.indexOf(DividedWords.WHOLE);
		if (whole >= 0) {
			terms.addAll(of(word.substring(0, whole)));
			terms.addAll(of(word.substring(whole + DividedWords.WHOLE.length())));
			return terms;
		}
		terms.add(word);
		terms.addAll(withoutParticles(word));
		var plain = SpecialNames.plain(word);
		if (!plain.equals(word)) {
			terms.add(plain);
		}
		var spelled = spelled(word);
		if (!spelled.equals(word)) {
			terms.add(spelled);
		}
		return terms;
	}

	/** Writes a text as on keyboards that lack some of its letters. */
	static String spelled(String text) {
		return SPELLED.matcher(text).replaceAll((letter) -> SPELLINGS.get(letter.group()));
	}

	/**
	 * A Hebrew word without one or two of the particles that are written together with
	 * it: {@code הספרים} and {@code ספרים} for {@code והספרים}.
	 */
	static List<String> withoutParticles(String word) {
		var particle = PARTICLE.matcher(word);
		if (!particle.matches()) {
			return List.of();
		}
		var second = PARTICLE.matcher(particle.group(1));
		return second.matches() ? List.of(particle.group(1), second.group(1)) : List.of(particle.group(1));
	}

}
