package org.parley.platform.text.name;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Validates {@link MailAddress}. Null is valid. */
public final class MailAddressValidator implements ConstraintValidator<MailAddress, CharSequence> {

	@Override
	public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
		return value == null || CanonicalMailAddress.parse(value.toString()).isPresent();
	}

}
