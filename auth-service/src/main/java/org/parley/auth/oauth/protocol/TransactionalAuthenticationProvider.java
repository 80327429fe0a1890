package org.parley.auth.oauth.protocol;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;

/**
 * Takes an answer of a person in one transaction: a consent is kept with the grant that
 * it is given for, or not at all.
 */
final class TransactionalAuthenticationProvider implements AuthenticationProvider {

	private final AuthenticationProvider answering;

	private final UnitOfWork work;

	TransactionalAuthenticationProvider(AuthenticationProvider answering, UnitOfWork work) {
		this.answering = answering;
		this.work = work;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.answering.supports(authentication);
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		return isRefusal(authentication) ? this.answering.authenticate(authentication)
				: this.work.run(() -> this.answering.authenticate(authentication));
	}

	/** Spring answers it by an exception, which would take back that it was answered. */
	private static boolean isRefusal(Authentication authentication) {
		return authentication instanceof OAuth2AuthorizationConsentAuthenticationToken consent
				&& consent.getScopes().isEmpty();
	}

}
