package org.parley.platform.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * A text that can be stored and shown. It has no unpaired surrogates and no control
 * characters except tabs and line breaks. Lengths are in code points; the minimum ignores
 * surrounding white space, and requires a character that people see.
 */
@Target({ ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = StorableTextValidator.class)
public @interface StorableText {

	int min() default 0;

	int max();

	/** Whether line breaks and tabs are allowed. */
	boolean lines() default false;

	String message() default "has {min} to {max} printable characters";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
