package org.parley.platform.web.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Payload;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;

/** The rules of a {@link RuledRequest} hold. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KeepsRules.RuleValidator.class)
public @interface KeepsRules {

	String message() default "is invalid";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Reports each broken rule for its field. */
	class RuleValidator implements ConstraintValidator<KeepsRules, RuledRequest> {

		@Override
		public boolean isValid(@Nullable RuledRequest request, ConstraintValidatorContext context) {
			var problems = (request != null) ? RefusalException.problemsOf(request.rules()) : null;
			if (problems == null || problems.isEmpty()) {
				return true;
			}
			context.disableDefaultConstraintViolation();
			var own = context.unwrap(HibernateConstraintValidatorContext.class);
			problems.forEach((problem) -> own.withDynamicPayload(problem.code())
				.buildConstraintViolationWithTemplate(problem.message())
				.addPropertyNode(problem.field())
				.addConstraintViolation());
			return false;
		}

		/** The code of a broken rule; null for any other violation. */
		public static @Nullable String codeOf(ConstraintViolation<?> violation) {
			if (!(violation.getConstraintDescriptor().getAnnotation() instanceof KeepsRules)) {
				return null;
			}
			HibernateConstraintViolation<?> own = violation.unwrap(HibernateConstraintViolation.class);
			return own.getDynamicPayload(String.class);
		}

	}

}
