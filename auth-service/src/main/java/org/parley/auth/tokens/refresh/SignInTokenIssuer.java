package org.parley.auth.tokens.refresh;

import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.session.AccessTokenIssuer;
import org.parley.auth.tokens.session.UserSessionSettings;
import org.parley.auth.user.User;

import org.springframework.stereotype.Component;

/** Issues the tokens of a session. */
@Component
class SignInTokenIssuer {

	private final AccessTokenIssuer accessTokenIssuer;

	private final UserSessionSettings settings;

	SignInTokenIssuer(AccessTokenIssuer accessTokenIssuer, UserSessionSettings settings) {
		this.accessTokenIssuer = accessTokenIssuer;
		this.settings = settings;
	}

	/** Issues the tokens of a session that continues. */
	SignInTokens issue(User user, String sessionId, RefreshSecret secret) {
		return issue(user, sessionId, secret, null);
	}

	SignInTokens issue(User user, String sessionId, RefreshSecret secret, @Nullable String deviceSecret) {
		return new SignInTokens(SignInTokens.Self.of(user), this.accessTokenIssuer.issue(user, sessionId),
				secret.text(), this.settings.accessToken().toSeconds(), deviceSecret);
	}

}
