package org.parley.chat.conversation;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.parley.platform.text.name.LatinName;
import org.parley.platform.text.search.SearchAnalyzer;
import org.parley.platform.text.search.UnspacedScripts;

/**
 * Names that have a text, or parts of all its words in any order, in any spelling:
 * {@code lodz} finds {@code Łódź}, {@code cafe grosse} finds {@code Größe Café}.
 */
final class NamedLike implements Predicate<String> {

	private static final Pattern APOSTROPHE = Pattern.compile("['\u2019\u02BC]");

	private final String text;

	/** The words in each form of the text. */
	private final List<List<String>> forms;

	NamedLike(String text) {
		this.text = folded(text);
		this.forms = SearchAnalyzer.wordForms(text)
			.stream()
			.map(SearchAnalyzer.NAME_QUERIES::terms)
			.filter((words) -> !words.isEmpty())
			.toList();
	}

	@Override
	public boolean test(String name) {
		return (!this.text.isEmpty() && folded(name).contains(this.text)) || hasWords(SearchAnalyzer.NAMES.terms(name));
	}

	private boolean hasWords(List<String> words) {
		return this.forms.stream()
			.anyMatch((form) -> form.stream().allMatch((part) -> words.stream().anyMatch((word) -> has(word, part))));
	}

	/** One letter of an alphabet is in nearly every name. */
	private static boolean has(String word, String part) {
		return isLetter(part) ? word.equals(part) : word.contains(part);
	}

	private static boolean isLetter(String part) {
		return part.length() == 1 && !UnspacedScripts.have(part.charAt(0))
				&& UnicodeScript.of(part.charAt(0)) != UnicodeScript.HANGUL;
	}

	private static String folded(String text) {
		return APOSTROPHE.matcher(LatinName.fold(text)).replaceAll("");
	}

}
