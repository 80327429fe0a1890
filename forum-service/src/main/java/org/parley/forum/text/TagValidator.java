package org.parley.forum.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Validates {@link Tag}. Null is valid. */
public final class TagValidator implements ConstraintValidator<Tag, String> {

	@Override
	public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
		return value == null || TagName.isValid(value);
	}

}
