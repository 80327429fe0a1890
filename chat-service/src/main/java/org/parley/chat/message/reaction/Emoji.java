package org.parley.chat.message.reaction;

import java.text.BreakIterator;
import java.util.Locale;

import org.parley.platform.domain.RefusalException;

/**
 * One emoji, as a reaction. Keyboards differ in where they write the emoji style, so that
 * one emoji is counted as one, it is kept fully qualified.
 *
 * @param text the emoji, fully qualified, which may have several code points
 * @see <a href="https://www.unicode.org/reports/tr51/">Unicode Emoji</a>
 */
record Emoji(String text) {

	private static final int MAX_LENGTH = 40;

	private static final int JOINER = 0x200D;

	private static final int EMOJI_STYLE = 0xFE0F;

	private static final int KEYCAP = 0x20E3;

	/**
	 * Reads an emoji.
	 * @throws RefusalException 422 {@code reaction.invalid} if it is none or several
	 */
	static Emoji of(String given) {
		var text = qualified(given);
		if (text.isEmpty() || text.length() > MAX_LENGTH || !isOneCharacter(text) || !isShownAsEmoji(text)
				|| !text.codePoints().allMatch(Emoji::isPart)) {
			throw RefusalException.unprocessable("emoji", "reaction.invalid", "must be one emoji");
		}
		return new Emoji(text);
	}

	/** Writes the style after each part that needs it, and nowhere else. */
	private static String qualified(String text) {
		var parts = text.codePoints().filter((part) -> part != EMOJI_STYLE).toArray();
		var qualified = new StringBuilder();
		for (int i = 0; i < parts.length; i++) {
			qualified.appendCodePoint(parts[i]);
			int next = (i + 1 < parts.length) ? parts[i + 1] : 0;
			if (needsStyle(parts[i], next)) {
				qualified.appendCodePoint(EMOJI_STYLE);
			}
		}
		return qualified.toString();
	}

	private static boolean needsStyle(int part, int next) {
		return isKeycapBase(part) ? next == KEYCAP
				: Character.isEmoji(part) && !Character.isEmojiPresentation(part) && !Character.isEmojiModifier(next);
	}

	private static boolean isOneCharacter(String text) {
		var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
		characters.setText(text);
		return characters.next() == text.length();
	}

	/** Digits and signs are emoji only as a keycap. */
	private static boolean isShownAsEmoji(String text) {
		var first = text.codePointAt(0);
		return Character.isEmojiPresentation(first) ? text.codePointCount(0, text.length()) > countIfHalf(first)
				: Character.isEmoji(first) && (!isKeycapBase(first) || text.indexOf(KEYCAP) > 0);
	}

	/** A regional indicator is half of a flag. */
	private static int countIfHalf(int first) {
		return (first >= 0x1F1E6 && first <= 0x1F1FF) ? 1 : 0;
	}

	private static boolean isKeycapBase(int first) {
		return first == '#' || first == '*' || Character.isDigit(first);
	}

	private static boolean isPart(int part) {
		return Character.isEmoji(part) || Character.isEmojiComponent(part) || part == JOINER || part == EMOJI_STYLE
				|| part == KEYCAP;
	}

}
