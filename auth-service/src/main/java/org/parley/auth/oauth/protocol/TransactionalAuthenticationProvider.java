package org.parley.auth.oauth.protocol;

import org.jspecify.annotations.Nullable;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;

/**
 * Runs a provider in a transaction, so that a consent is stored together with its grant.
 */
final class TransactionalAuthenticationProvider implements AuthenticationProvider {

	private final AuthenticationProvider delegate;

	private final UnitOfWork unitOfWork;

	TransactionalAuthenticationProvider(AuthenticationProvider delegate, UnitOfWork unitOfWork) {
		this.delegate = delegate;
		this.unitOfWork = unitOfWork;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.delegate.supports(authentication);
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		return isRefusal(authentication) ? this.delegate.authenticate(authentication)
				: this.unitOfWork.run(() -> this.delegate.authenticate(authentication));
	}

	/** Spring reports a refusal by an exception, which would roll it back. */
	private static boolean isRefusal(Authentication authentication) {
		return authentication instanceof OAuth2AuthorizationConsentAuthenticationToken consent
				&& consent.getScopes().isEmpty();
	}

}
