package org.parley.forum.text;

import java.text.BreakIterator;
import java.util.Locale;

/** Characters as people see them: grapheme clusters. */
final class Characters {

	private Characters() {
	}

	static int count(String text) {
		var characters = of(text);
		var count = 0;
		while (characters.next() != BreakIterator.DONE) {
			count++;
		}
		return count;
	}

	/** Returns the beginning of a text with a number of characters and code points. */
	static String cut(String text, int characters, int codePoints) {
		var ends = of(text);
		var end = 0;
		for (var length = 0; length < characters; length++) {
			var next = ends.next();
			if (next == BreakIterator.DONE || text.codePointCount(0, next) > codePoints) {
				return text.substring(0, end);
			}
			end = next;
		}
		return text.substring(0, end);
	}

	private static BreakIterator of(String text) {
		var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
		characters.setText(text);
		return characters;
	}

}
