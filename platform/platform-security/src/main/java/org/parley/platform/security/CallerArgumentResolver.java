package org.parley.platform.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;

import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves controller arguments of type {@link Caller}. */
final class CallerArgumentResolver implements HandlerMethodArgumentResolver {

	/** Whether parameters accept guests; kept, because reflection is slow. */
	private final Map<MethodParameter, Boolean> optional = new ConcurrentHashMap<>();

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Caller.class;
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
			return CallerClaims.callerOf(token.getToken());
		}
		if (this.optional.computeIfAbsent(parameter, MethodParameter::isOptional)) {
			return null;
		}
		throw new InsufficientAuthenticationException("A token is required");
	}

}
