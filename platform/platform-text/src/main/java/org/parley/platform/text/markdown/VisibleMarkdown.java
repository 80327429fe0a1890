package org.parley.platform.text.markdown;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import org.parley.platform.text.StorableText;

/**
 * A text in Markdown that shows something when it is rendered. Line breaks, spaces
 * written as entities and links without words show nothing. A text whose characters are
 * invisible themselves is left to {@link StorableText}.
 */
@Target({ ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = VisibleMarkdownValidator.class)
public @interface VisibleMarkdown {

	/** Whether images of media are shown; where they are not, only their words are. */
	boolean media() default false;

	String message() default "must show something that can be seen";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
