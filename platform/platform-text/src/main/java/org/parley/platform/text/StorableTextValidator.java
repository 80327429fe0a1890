package org.parley.platform.text;

import java.util.regex.Pattern;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Validates {@link StorableText}. Null is valid. */
public final class StorableTextValidator implements ConstraintValidator<StorableText, CharSequence> {

	/** The longest emoji, such as couples with two tones of skin, have fifteen. */
	private static final int UNITS_PER_CHARACTER = 16;

	/**
	 * Embeddings, overrides, isolates and noncharacters.
	 *
	 * @see <a href=
	 * "https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters"> Unicode
	 * Standard Annex 9, section 2</a>
	 */
	private static final Pattern TURNING = Pattern
		.compile("[\\u202A-\\u202E\\u2066-\\u2069\\p{IsNoncharacter_Code_Point}]");

	private static final Pattern BREAK = Pattern.compile("[\\n\\r\\x{2028}\\x{2029}]");

	private static final String CONTROLS = "must have no control characters and be valid Unicode";

	private static final String ONE_LINE = "must be one line of text";

	private static final String TURNED = "must have no noncharacters, and none that turn the text around";

	private int min;

	private int max;

	private boolean lines;

	private boolean directions;

	@Override
	public void initialize(StorableText storableText) {
		this.min = storableText.min();
		this.max = storableText.max();
		this.lines = storableText.lines();
		this.directions = storableText.directions();
	}

	@Override
	public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
		if (value == null) {
			return true;
		}
		var text = value.toString();
		if (!isShortEnough(text, this.max) || !isLongEnough(text)) {
			return false;
		}
		if (!text.codePoints().allMatch(this::isAllowed)) {
			return refuse((this.lines || !BREAK.matcher(text).find()) ? CONTROLS : ONE_LINE, context);
		}
		if (this.lines) {
			return true;
		}
		if (!StackedMarks.areSpelling(text)) {
			return refuse(StackedMarks.REFUSAL, context);
		}
		return this.directions || !TURNING.matcher(text).find() || refuse(TURNED, context);
	}

	/** Refuses a text for another reason than its length. */
	public static boolean refuse(String reason, ConstraintValidatorContext context) {
		context.disableDefaultConstraintViolation();
		context.buildConstraintViolationWithTemplate(reason).addConstraintViolation();
		return false;
	}

	/** Whether a text has at most so many visible characters, of bounded size. */
	public static boolean isShortEnough(String text, int max) {
		return text.length() <= max
				|| (text.length() <= UNITS_PER_CHARACTER * max && VisibleCharacters.count(text) <= max);
	}

	private boolean isLongEnough(String text) {
		return (this.min > 0) ? VisibleCharacters.hasAtLeast(this.min, text)
				: text.isBlank() || VisibleCharacters.isVisible(text);
	}

	private boolean isAllowed(int character) {
		return switch (Character.getType(character)) {
			case Character.SURROGATE -> false;
			case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> this.lines;
			case Character.CONTROL -> this.lines && (character == '\n' || character == '\r' || character == '\t');
			default -> true;
		};
	}

}
