package org.parley.platform.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * A text that can be stored and shown. It has no unpaired surrogates, no control
 * characters except tabs and line breaks, and something to see unless it is blank.
 * Lengths are in characters as people see them ({@link VisibleCharacters}); the minimum
 * ignores blank ones. Stacks of accents are bounded: a text has at most sixteen UTF-16
 * code units for each character of the maximum, and a text of one line only accents that
 * can belong to a spelling ({@link StackedMarks}). A line stands among others in lists,
 * so it has no noncharacters, and no embeddings, overrides or isolates, which turn the
 * text around it. The marks that Arabic and Hebrew need are allowed.
 */
@Target({ ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = StorableTextValidator.class)
public @interface StorableText {

	int min() default 0;

	int max();

	/** Whether line breaks and tabs are allowed. */
	boolean lines() default false;

	/**
	 * Whether a line may have characters that turn the direction of text, as a query that
	 * was copied from a page has.
	 */
	boolean directions() default false;

	String message() default "must have {min} to {max} printable characters";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
