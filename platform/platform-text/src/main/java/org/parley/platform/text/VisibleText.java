package org.parley.platform.text;

/** Whether people see anything of a text. */
final class VisibleText {

	private VisibleText() {
	}

	/** Whether a text has at least one character that is neither space nor invisible. */
	static boolean isVisible(String text) {
		return text.codePoints().anyMatch(VisibleText::isVisible);
	}

	private static boolean isVisible(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
					Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
				false;
			default -> !isBlank(character);
		};
	}

	/** Letters and symbols that show nothing: fillers of Hangul, and empty Braille. */
	private static boolean isBlank(int character) {
		return switch (character) {
			case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> true;
			default -> false;
		};
	}

}
