package org.parley.auth.oauth.request;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The request is good, and somebody must sign in before it is answered. */
final class SignInRequiredException extends OAuth2AuthenticationException {

	private static final long serialVersionUID = 1;

	private final boolean again;

	/**
	 * Somebody must sign in.
	 * @param again whether the sign-in that follows answers a demand of the app, so that
	 * the person is not asked a second time
	 */
	SignInRequiredException(boolean again) {
		super(new OAuth2Error("login_required"));
		this.again = again;
	}

	boolean again() {
		return this.again;
	}

}
