package org.parley.platform.text.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/**
 * Characters that show nothing themselves. Some spell words or compose emoji; others only
 * hide or disguise.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5892#appendix-A">RFC 5892, appendix
 * A</a>
 */
final class HiddenCharacters {

	/** The refusal of a text that has others than those that spell. */
	static final String REFUSAL = "must have no invisible characters, and none that turn the text around";

	private static final int NON_JOINER = 0x200C;

	private static final int JOINER = 0x200D;

	private static final int BLACK_FLAG = 0x1F3F4;

	private static final int VIRAMA = 9;

	private HiddenCharacters() {
	}

	/** Checks whether each hidden character of a text belongs to a spelling. */
	static boolean areAllSpelling(String text) {
		var characters = text.codePoints().toArray();
		for (var at = 0; at < characters.length; at++) {
			if (isHidden(characters[at]) && !isSpelling(characters, at)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isHidden(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				true;
			default -> has(character, UProperty.NONCHARACTER_CODE_POINT) || has(character, UProperty.BIDI_CONTROL)
					|| has(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
					|| (character >= 0xFFF9 && character <= 0xFFFB);
		};
	}

	private static boolean isSpelling(int[] text, int at) {
		if (at == 0) {
			return false;
		}
		if (text[at] == NON_JOINER) {
			return isAfterVirama(text, at) || isBetweenJoiningLetters(text, at);
		}
		if (text[at] == JOINER) {
			return isAfterVirama(text, at) || isBetweenEmoji(text, at);
		}
		return has(text[at], UProperty.VARIATION_SELECTOR) ? selectsVariation(text[at - 1], text[at])
				: isTagOfFlag(text, at);
	}

	private static boolean isAfterVirama(int[] text, int at) {
		return UCharacter.getCombiningClass(text[at - 1]) == VIRAMA;
	}

	private static boolean isBetweenJoiningLetters(int[] text, int at) {
		var before = at - 1;
		while (before > 0 && joining(text[before]) == UCharacter.JoiningType.TRANSPARENT) {
			before--;
		}
		var after = at + 1;
		while (after < text.length - 1 && joining(text[after]) == UCharacter.JoiningType.TRANSPARENT) {
			after++;
		}
		return after < text.length && joinsNext(joining(text[before])) && joinsPrevious(joining(text[after]));
	}

	private static boolean joinsNext(int joining) {
		return joining == UCharacter.JoiningType.DUAL_JOINING || joining == UCharacter.JoiningType.LEFT_JOINING;
	}

	private static boolean joinsPrevious(int joining) {
		return joining == UCharacter.JoiningType.DUAL_JOINING || joining == UCharacter.JoiningType.RIGHT_JOINING;
	}

	private static int joining(int character) {
		return UCharacter.getIntPropertyValue(character, UProperty.JOINING_TYPE);
	}

	private static boolean isBetweenEmoji(int[] text, int at) {
		var before = at - 1;
		while (before > 0
				&& (has(text[before], UProperty.VARIATION_SELECTOR) || has(text[before], UProperty.EMOJI_MODIFIER))) {
			before--;
		}
		return at + 1 < text.length && has(text[before], UProperty.EXTENDED_PICTOGRAPHIC)
				&& has(text[at + 1], UProperty.EXTENDED_PICTOGRAPHIC);
	}

	/** Emoji and their text form, ideographs and Mongolian letters have variations. */
	private static boolean selectsVariation(int base, int selector) {
		return switch (selector) {
			case 0xFE0E, 0xFE0F -> has(base, UProperty.EMOJI);
			case 0x180B, 0x180C, 0x180D, 0x180F ->
				UCharacter.getIntPropertyValue(base, UProperty.SCRIPT) == UScript.MONGOLIAN;
			default -> has(base, UProperty.IDEOGRAPHIC);
		};
	}

	/** England's flag is a black one with the letters of a region as tags. */
	private static boolean isTagOfFlag(int[] text, int at) {
		var before = at;
		while (before > 0 && text[before] >= 0xE0020 && text[before] <= 0xE007F) {
			before--;
		}
		return before < at && text[before] == BLACK_FLAG;
	}

	private static boolean has(int character, int property) {
		return UCharacter.hasBinaryProperty(character, property);
	}

}
