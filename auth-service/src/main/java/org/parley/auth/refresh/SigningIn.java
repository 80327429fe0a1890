package org.parley.auth.refresh;

import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.device.Devices;
import org.parley.auth.session.AccessTokens;
import org.parley.auth.session.Session;
import org.parley.auth.session.SessionSettings;
import org.parley.auth.session.Sessions;
import org.parley.auth.user.BannedException;
import org.parley.auth.user.DeletingException;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;

import org.springframework.stereotype.Component;

/** Begins a session for somebody who has shown who they are. */
@Component
public class SigningIn {

	private final Sessions sessions;

	private final RefreshTokens tokens;

	private final AccessTokens accessTokens;

	private final Users users;

	private final Devices devices;

	private final Audit audit;

	private final SessionSettings settings;

	private final InstantSource clock;

	private final RandomGenerator random;

	SigningIn(Sessions sessions, RefreshTokens tokens, AccessTokens accessTokens, Users users, Devices devices,
			Audit audit, SessionSettings settings, InstantSource clock, RandomGenerator random) {
		this.sessions = sessions;
		this.tokens = tokens;
		this.accessTokens = accessTokens;
		this.users = users;
		this.devices = devices;
		this.audit = audit;
		this.settings = settings;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Opens a session, as part of the transaction that asks; a ban whose time has passed
	 * ends with it.
	 * @throws BannedException while there is one
	 * @throws DeletingException when its owner wanted to go
	 */
	public SignedIn signIn(User user, Client client) {
		var opened = open(user, client, this.settings.refreshToken());
		var secret = RefreshSecret.next(this.random);
		var end = this.clock.instant().plus(this.settings.refreshToken());
		this.tokens.save(RefreshToken.of(secret, opened.session().id(), end));
		return signedIn(user, opened.session().id(), secret, opened.deviceSecret());
	}

	/**
	 * Opens a session that gives no tokens, as part of the transaction that asks; else as
	 * {@link #signIn}.
	 */
	public Opened open(User user, Client client, Duration lifetime) {
		var now = this.clock.instant();
		user.requireOpen();
		if (user.ban() != null) {
			user.admit(now);
			this.audit.record(Act.UNBANNED, user.id(), null, null, client);
			this.users.save(user);
		}
		var session = this.sessions.save(Session.open(user.id(), client, now, lifetime));
		// A ban or another password, which end all sessions, would not know of this one.
		this.users.hold(user.id(), session.id());
		return new Opened(session, this.devices.remember(user, client));
	}

	/** What the owner of a session gets with a refresh token of its family. */
	SignedIn renewed(User user, String sessionId, RefreshSecret secret) {
		return signedIn(user, sessionId, secret, null);
	}

	private SignedIn signedIn(User user, String sessionId, RefreshSecret secret, @Nullable String deviceSecret) {
		return new SignedIn(SignedIn.Self.of(user), this.accessTokens.issue(user, sessionId), secret.text(),
				this.settings.accessToken().toSeconds(), deviceSecret);
	}

	/**
	 * A session that has begun.
	 *
	 * @param session which
	 * @param deviceSecret for a cookie, by which the device is known next time
	 */
	public record Opened(Session session, String deviceSecret) {

		@Override
		public String toString() {
			return "Opened[***]";
		}

	}

}
