package org.parley.auth.oauth.request;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The request is valid, but the user must sign in first. */
final class SignInRequiredException extends OAuth2AuthenticationException {

	private static final long serialVersionUID = 1;

	private final boolean again;

	/**
	 * Requires a sign-in.
	 * @param again whether the app has required a new or recent sign-in
	 */
	SignInRequiredException(boolean again) {
		super(new OAuth2Error("login_required"));
		this.again = again;
	}

	boolean again() {
		return this.again;
	}

}
