package org.parley.platform.text.name;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * The name of a person or a thing as others see it, among other text: one line with
 * something to see, without characters that turn the direction of the text around it, and
 * with invisible ones and stacks of accents only where the spelling of a language or an
 * emoji needs them. Lengths are those of {@link org.parley.platform.text.StorableText}.
 */
@Target({ ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ShownNameValidator.class)
public @interface ShownName {

	/** The greatest number of characters of a name that sets no other. */
	int LONGEST = 100;

	int min() default 1;

	int max() default LONGEST;

	String message() default "must have {min} to {max} printable characters";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
