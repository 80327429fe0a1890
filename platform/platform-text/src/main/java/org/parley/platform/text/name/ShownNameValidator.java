package org.parley.platform.text.name;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StackedMarks;
import org.parley.platform.text.StorableTextValidator;
import org.parley.platform.text.VisibleCharacters;

/** Validates {@link ShownName}. Null is valid. */
public final class ShownNameValidator implements ConstraintValidator<ShownName, CharSequence> {

	private int min;

	private int max;

	@Override
	public void initialize(ShownName shownName) {
		this.min = shownName.min();
		this.max = shownName.max();
	}

	@Override
	public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
		if (value == null) {
			return true;
		}
		var text = value.toString();
		if (!hasLength(text, this.min, this.max)) {
			return false;
		}
		if (!StackedMarks.areSpelling(text)) {
			return StorableTextValidator.refuse(StackedMarks.REFUSAL, context);
		}
		return HiddenCharacters.areAllSpelling(text) || StorableTextValidator.refuse(HiddenCharacters.REFUSAL, context);
	}

	/** Checks whether a text is a name of 1 to {@link ShownName#LONGEST} characters. */
	public static boolean isName(String text) {
		return isName(text, 1, ShownName.LONGEST);
	}

	static boolean isName(String text, int min, int max) {
		return hasLength(text, min, max) && StackedMarks.areSpelling(text) && HiddenCharacters.areAllSpelling(text);
	}

	private static boolean hasLength(String text, int min, int max) {
		return StorableTextValidator.isShortEnough(text, max) && VisibleCharacters.hasAtLeast(min, text);
	}

}
