package org.parley.auth.tokens.refresh;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.parley.auth.tokens.session.AccessTokenIssuer;
import org.parley.auth.tokens.session.UserSessionSettings;
import org.parley.auth.user.AccountDeletingException;
import org.parley.auth.user.BannedException;
import org.parley.auth.user.User;
import org.parley.auth.user.client.ClientDevice;

import org.springframework.stereotype.Component;

/** Opens a session for an authenticated user and issues its first tokens. */
@Component
public class StartSession {

	private final OpenSession openSession;

	private final RefreshTokens tokens;

	private final AccessTokenIssuer accessTokenIssuer;

	private final UserSessionSettings settings;

	private final InstantSource clock;

	private final RandomGenerator random;

	StartSession(OpenSession openSession, RefreshTokens tokens, AccessTokenIssuer accessTokenIssuer,
			UserSessionSettings settings, InstantSource clock, RandomGenerator random) {
		this.openSession = openSession;
		this.tokens = tokens;
		this.accessTokenIssuer = accessTokenIssuer;
		this.settings = settings;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Signs the user in. Runs in the caller's transaction.
	 * @throws BannedException while the user is banned
	 * @throws AccountDeletingException if the account is closed
	 */
	public SignInTokens signIn(User user, ClientDevice clientDevice) {
		var opened = this.openSession.open(user, clientDevice, this.settings.refreshToken(), null);
		var secret = RefreshSecret.next(this.random);
		var end = this.clock.instant().plus(this.settings.refreshToken());
		this.tokens.save(RefreshToken.of(secret, opened.session().id(), end));
		return SignInTokens.issue(this.accessTokenIssuer, user, opened.session().id(), secret, opened.deviceSecret());
	}

}
