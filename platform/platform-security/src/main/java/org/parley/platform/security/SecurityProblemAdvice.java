package org.parley.platform.security;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Passes security exceptions of controllers on to the filter chain, which knows the
 * caller.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityProblemAdvice {

	@ExceptionHandler
	void on(AccessDeniedException refusal) {
		throw refusal;
	}

	@ExceptionHandler
	void on(AuthenticationException refusal) {
		throw refusal;
	}

}
