package org.parley.auth.tokens.refresh;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.UserSession;
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

/** Opens a session for an authenticated user, without issuing tokens. */
@Component
public class OpenSession {

	private final UserSessions userSessions;

	private final EndSessions endSessions;

	private final Users users;

	private final DeviceRegistry deviceRegistry;

	private final Audit audit;

	private final InstantSource clock;

	OpenSession(UserSessions userSessions, EndSessions endSessions, Users users, DeviceRegistry deviceRegistry,
			Audit audit, InstantSource clock) {
		this.userSessions = userSessions;
		this.endSessions = endSessions;
		this.users = users;
		this.deviceRegistry = deviceRegistry;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Opens a session, in place of the one that was not used for the longest time if
	 * there are too many, and lifts an expired ban. Runs in the caller's transaction.
	 * @param provenAt when the user proved at a provider who they are; null for a proof
	 * here, now
	 * @throws BannedException while the user is banned
	 * @throws AccountDeletingException if the account is closed
	 */
	public Opened open(User user, ClientDevice clientDevice, Duration lifetime, @Nullable Instant provenAt) {
		var now = this.clock.instant();
		user.requireOpen();
		var banned = user.ban() != null;
		user.admit(now);
		if (banned) {
			this.audit.record(AuditAction.UNBANNED, user.id(), null, null, clientDevice);
		}
		if (user.takeIntoUse() || banned) {
			this.users.save(user);
		}
		this.endSessions.makeRoom(user.id());
		var session = this.userSessions.save(UserSession.open(user.id(), clientDevice, now, lifetime, provenAt));
		// A concurrent change that ends all sessions would otherwise miss this one.
		this.users.forceConflict(user.id(), session.id());
		return new Opened(session, this.deviceRegistry.remember(user, clientDevice));
	}

	/**
	 * A new session.
	 *
	 * @param deviceSecret for the cookie that identifies the device at the next sign-in
	 */
	public record Opened(UserSession session, String deviceSecret) {

		@Override
		public String toString() {
			return "Opened[***]";
		}

	}

}
