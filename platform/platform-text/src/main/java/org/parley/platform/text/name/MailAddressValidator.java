package org.parley.platform.text.name;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Validates {@link MailAddress}. Null is valid. */
public final class MailAddressValidator implements ConstraintValidator<MailAddress, CharSequence> {

	private static final String FOREIGN = "must have only ASCII characters before the @, because many mail servers deliver to no others";

	@Override
	public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
		if (value == null || CanonicalMailAddress.parse(value.toString()).isPresent()) {
			return true;
		}
		if (CanonicalMailAddress.hasForeignName(value.toString())) {
			context.disableDefaultConstraintViolation();
			context.buildConstraintViolationWithTemplate(FOREIGN).addConstraintViolation();
		}
		return false;
	}

}
