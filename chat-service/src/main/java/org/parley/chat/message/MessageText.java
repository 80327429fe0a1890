package org.parley.chat.message;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.parley.platform.text.markdown.Markdown;

/**
 * The text of a message.
 *
 * @param text the text in Markdown
 * @param html the text as safe HTML
 * @param words the words that search finds, each once
 */
public record MessageText(String text, String html, List<String> words) {

	private static final int MAX_WORDS = 500;

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]{1,40}");

	/** Renders a text. */
	public static MessageText of(String text, Markdown markdown) {
		var rendered = markdown.render(text);
		return new MessageText(text, rendered.html(), words(rendered.plainText()));
	}

	/** The words of a text, in lower case, each once. */
	public static List<String> words(String text) {
		var lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		return WORD.matcher(lower).results().map(MatchResult::group).distinct().limit(MAX_WORDS).toList();
	}

}
