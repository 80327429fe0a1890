package org.parley.auth.tokens.refresh;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.session.AccessTokenIssuer;
import org.parley.auth.tokens.session.UserSession;
import org.parley.auth.tokens.session.UserSessionSettings;
import org.parley.auth.tokens.session.UserSessions;
import org.parley.auth.user.AccountDeletingException;
import org.parley.auth.user.BannedException;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.device.DeviceRegistry;

import org.springframework.stereotype.Component;

/** Begins a session for somebody who has shown who they are. */
@Component
public class StartSession {

	private final UserSessions userSessions;

	private final RefreshTokens tokens;

	private final AccessTokenIssuer accessTokenIssuer;

	private final Users users;

	private final DeviceRegistry deviceRegistry;

	private final Audit audit;

	private final UserSessionSettings settings;

	private final InstantSource clock;

	private final RandomGenerator random;

	StartSession(UserSessions userSessions, RefreshTokens tokens, AccessTokenIssuer accessTokenIssuer, Users users,
			DeviceRegistry deviceRegistry, Audit audit, UserSessionSettings settings, InstantSource clock,
			RandomGenerator random) {
		this.userSessions = userSessions;
		this.tokens = tokens;
		this.accessTokenIssuer = accessTokenIssuer;
		this.users = users;
		this.deviceRegistry = deviceRegistry;
		this.audit = audit;
		this.settings = settings;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Opens a session, as part of the transaction that asks; a ban whose time has passed
	 * ends with it.
	 * @throws BannedException while there is one
	 * @throws AccountDeletingException when its owner wanted to go
	 */
	public SignInTokens signIn(User user, ClientDevice clientDevice) {
		var opened = open(user, clientDevice, this.settings.refreshToken());
		var secret = RefreshSecret.next(this.random);
		var end = this.clock.instant().plus(this.settings.refreshToken());
		this.tokens.save(RefreshToken.of(secret, opened.session().id(), end));
		return signedIn(user, opened.session().id(), secret, opened.deviceSecret());
	}

	/**
	 * Opens a session that gives no tokens, as part of the transaction that asks; else as
	 * {@link #signIn}.
	 */
	public Opened open(User user, ClientDevice clientDevice, Duration lifetime) {
		var now = this.clock.instant();
		user.requireOpen();
		if (user.ban() != null) {
			user.admit(now);
			this.audit.record(AuditAction.UNBANNED, user.id(), null, null, clientDevice);
			this.users.save(user);
		}
		var session = this.userSessions.save(UserSession.open(user.id(), clientDevice, now, lifetime));
		// A ban or another password, which end all sessions, would not know of this one.
		this.users.hold(user.id(), session.id());
		return new Opened(session, this.deviceRegistry.remember(user, clientDevice));
	}

	/** What the owner of a session gets with a refresh token of its family. */
	SignInTokens renewed(User user, String sessionId, RefreshSecret secret) {
		return signedIn(user, sessionId, secret, null);
	}

	private SignInTokens signedIn(User user, String sessionId, RefreshSecret secret, @Nullable String deviceSecret) {
		return new SignInTokens(SignInTokens.Self.of(user), this.accessTokenIssuer.issue(user, sessionId),
				secret.text(), this.settings.accessToken().toSeconds(), deviceSecret);
	}

	/**
	 * A session that has begun.
	 *
	 * @param session which
	 * @param deviceSecret for a cookie, by which the device is known next time
	 */
	public record Opened(UserSession session, String deviceSecret) {

		@Override
		public String toString() {
			return "Opened[***]";
		}

	}

}
