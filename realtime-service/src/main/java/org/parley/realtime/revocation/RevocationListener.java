package org.parley.realtime.revocation;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Applies the events that revoke tokens. */
@EventConsumer(value = "realtime", repeatable = true)
class RevocationListener {

	private final SocketRevocations socketRevocations;

	RevocationListener(SocketRevocations socketRevocations) {
		this.socketRevocations = socketRevocations;
	}

	@EventHandler("session.revoked")
	void onSessionRevoked(SessionRevoked event) {
		this.socketRevocations.apply(new SocketRevocation(event.sessionId(), event.userId(), event.tokenVersion()));
	}

	@EventHandler({ "user.banned", "user.role-changed" })
	void onUserChanged(UserChanged event) {
		this.socketRevocations.revokeTokensBelow(event.user().id(), event.tokenVersion());
	}

	/**
	 * Data of {@code session.revoked}.
	 *
	 * @param userId the session's user
	 * @param sessionId the session; absent if all of the user's sessions were revoked
	 * @param tokenVersion the lowest valid token version; absent if one session was
	 * revoked
	 */
	record SessionRevoked(String userId, @Nullable String sessionId, @Nullable Long tokenVersion) {
	}

	/**
	 * Data of the events that change a user's rights.
	 *
	 * @param user the user
	 * @param tokenVersion the lowest valid token version
	 */
	record UserChanged(User user, long tokenVersion) {
	}

	/**
	 * Reference to a user.
	 *
	 * @param id the user's id
	 */
	record User(String id) {
	}

}
