package org.parley.chat.message.reaction;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import org.parley.platform.domain.RefusalException;

/**
 * One emoji, as a reaction. Keyboards differ in where they write the emoji style, so that
 * one emoji is counted as one, it is kept fully qualified. Those of the standard are
 * accepted, because others are shown as several, or as one with invisible marks.
 *
 * @param text the emoji, fully qualified, which may have several code points
 * @see <a href="https://www.unicode.org/reports/tr51/">Unicode Emoji</a>
 */
record Emoji(String text) {

	private static final int EMOJI_STYLE = 0xFE0F;

	private static final int KEYCAP = 0x20E3;

	/**
	 * Reads an emoji.
	 * @throws RefusalException 422 {@code reaction.invalid} if it is none or several
	 */
	static Emoji of(String given) {
		var text = qualified(given);
		if (!UCharacter.hasBinaryProperty(text, UProperty.RGI_EMOJI)) {
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

	private static boolean isKeycapBase(int first) {
		return first == '#' || first == '*' || Character.isDigit(first);
	}

}
