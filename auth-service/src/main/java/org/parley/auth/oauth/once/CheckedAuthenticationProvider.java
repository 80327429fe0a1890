package org.parley.auth.oauth.once;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;

/** Supports what one of Spring's providers supports, with checks around its work. */
public record CheckedAuthenticationProvider(AuthenticationProvider delegate,
		Function<Authentication, @Nullable Authentication> checked) implements AuthenticationProvider {

	@Override
	public boolean supports(Class<?> authentication) {
		return this.delegate.supports(authentication);
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		return this.checked.apply(authentication);
	}

}
