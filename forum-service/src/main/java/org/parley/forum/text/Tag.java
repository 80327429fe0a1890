package org.parley.forum.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;

/** A tag of a thread. */
@Target({ ElementType.TYPE_USE, ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.FIELD })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TagValidator.class)
@NotNull
@ReportAsSingleViolation
public @interface Tag {

	String message() default "must have 1 to 30 letters and digits, with + # . - _ as in c++, .net and node.js";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
