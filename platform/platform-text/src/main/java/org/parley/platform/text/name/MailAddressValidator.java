package org.parley.platform.text.name;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableTextValidator;

/** Validates {@link MailAddress}. Null is valid. */
public final class MailAddressValidator implements ConstraintValidator<MailAddress, CharSequence> {

	private static final String FOREIGN = "must have only ASCII characters before the @, because many mail servers deliver to no others";

	@Override
	public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
		if (value == null || CanonicalMailAddress.parse(value.toString()).isPresent()) {
			return true;
		}
		if (CanonicalMailAddress.hasHiddenCharacter(value.toString())) {
			return StorableTextValidator.refuse(HiddenCharacters.REFUSAL, context);
		}
		return CanonicalMailAddress.hasForeignName(value.toString()) && StorableTextValidator.refuse(FOREIGN, context);
	}

}
