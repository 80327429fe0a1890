package org.parley.forum.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * Text that can be stored and shown: whole characters (no half of a surrogate pair), no
 * control characters but tab and line breaks, and so many characters, counted as readers
 * do and without the white space around them.
 */
@Target({ ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = StorableTextValidator.class)
public @interface StorableText {

	int min() default 0;

	int max();

	/** Whether the text may have several lines. */
	boolean lines() default false;

	String message() default "has {min} to {max} characters, and none that cannot be shown";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
