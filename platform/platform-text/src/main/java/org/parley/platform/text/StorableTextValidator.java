package org.parley.platform.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Validates {@link StorableText}. Null is valid. */
public final class StorableTextValidator implements ConstraintValidator<StorableText, CharSequence> {

	private int min;

	private int max;

	private boolean lines;

	@Override
	public void initialize(StorableText storableText) {
		this.min = storableText.min();
		this.max = storableText.max();
		this.lines = storableText.lines();
	}

	@Override
	public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
		if (value == null) {
			return true;
		}
		var length = value.toString().strip().codePoints().count();
		return length >= this.min && (this.min == 0 || VisibleText.isVisible(value.toString()))
				&& value.codePoints().count() <= this.max && value.codePoints().allMatch(this::isAllowed);
	}

	private boolean isAllowed(int character) {
		return switch (Character.getType(character)) {
			case Character.SURROGATE -> false;
			case Character.CONTROL -> this.lines && (character == '\n' || character == '\r' || character == '\t');
			default -> true;
		};
	}

}
