package org.parley.realtime.revocation;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Hears whose tokens count no more. */
@EventConsumer(value = "realtime", repeatable = true)
class RevocationListener {

	private final SocketRevocations socketRevocations;

	RevocationListener(SocketRevocations socketRevocations) {
		this.socketRevocations = socketRevocations;
	}

	@EventHandler("session.revoked")
	void on(Ended told) {
		this.socketRevocations.learn(new SocketRevocation(told.sessionId(), told.userId(), told.tokenVersion()));
	}

	@EventHandler({ "user.banned", "user.role-changed" })
	void on(Changed told) {
		this.socketRevocations.below(told.user().id(), told.tokenVersion());
	}

	/**
	 * A session has ended, or all of a person.
	 *
	 * @param userId whose
	 * @param sessionId which; absent when all have ended
	 * @param tokenVersion the lowest that counts; absent when one session has ended
	 */
	record Ended(String userId, @Nullable String sessionId, @Nullable Long tokenVersion) {
	}

	/**
	 * Somebody may do something else now.
	 *
	 * @param user who
	 * @param tokenVersion the lowest that counts
	 */
	record Changed(Account user, long tokenVersion) {
	}

	/**
	 * Whose account.
	 *
	 * @param id the person's id
	 */
	record Account(String id) {
	}

}
