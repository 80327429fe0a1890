package org.parley.platform.text.name;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * A mail address to which mail servers deliver without extensions. Its domain may be an
 * international one, and the name before it may be quoted: {@link CanonicalMailAddress}.
 */
@Target({ ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MailAddressValidator.class)
public @interface MailAddress {

	String message() default "must be a mail address of at most 254 characters, such as name@example.org";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
