package org.parley.platform.text.markdown;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.parley.platform.text.markdown.inline.UnspacedEmphasis;

/**
 * Keeps lines like {@code [Update]: fixed} in a text. CommonMark takes them for
 * definitions of links and does not show them, though nothing refers to them and they
 * lead nowhere. An invisible mark before the colon makes them words; it is removed again
 * after parsing.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/#link-reference-definitions">Link
 * reference definitions</a>
 */
final class LostDefinitions {

	/** A label, but not that of a footnote, its colon and the next word. */
	private static final Pattern DEFINITION = Pattern
		.compile("(?m)^[^\\p{L}\\[\\n]{0,100}+\\[([^\\[\\]\\n^][^\\[\\]\\n]{0,98}+)\\]:[\\s>]*+(\\S++)");

	private static final Pattern REFERENCE = Pattern.compile("\\[([^\\[\\]\\n]{1,99}+)\\](?![:(])");

	/** No address that is longer is looked at. */
	private static final int LONGEST = 2_000;

	/** How comments are written, as Markdown has none: {@code [//]: # (words)}. */
	private static final Set<Character> OF_COMMENTS = Set.of('#', '<');

	private LostDefinitions() {
	}

	/**
	 * Adds the marks to a text. Words would take the definition of the next line along,
	 * so a line before one that stays is left alone.
	 */
	static String mark(String markdown) {
		if (!markdown.contains("]:")) {
			return markdown;
		}
		var references = REFERENCE.matcher(markdown)
			.results()
			.map((reference) -> key(reference.group(1)))
			.collect(Collectors.toSet());
		var lost = new ArrayDeque<Integer>();
		var kept = 0;
		for (var definition : DEFINITION.matcher(markdown).results().toList().reversed()) {
			var isFollowed = kept > 0 && markdown.indexOf('\n', definition.end()) + 1 == kept;
			if (isFollowed || isUsable(definition.group(2)) || references.contains(key(definition.group(1)))) {
				kept = definition.start();
			}
			else {
				lost.addFirst(definition.end(1) + 1);
			}
		}
		var marked = new StringBuilder(markdown);
		lost.descendingIterator().forEachRemaining((colon) -> marked.insert(colon, UnspacedEmphasis.MARK));
		return marked.toString();
	}

	private static String key(String label) {
		return label.strip().toLowerCase(Locale.ROOT);
	}

	private static boolean isUsable(String destination) {
		return destination.length() > LONGEST || OF_COMMENTS.contains(destination.charAt(0))
				|| destination.startsWith(MediaReferences.SCHEME) || SafeHtml.isLink(destination);
	}

}
