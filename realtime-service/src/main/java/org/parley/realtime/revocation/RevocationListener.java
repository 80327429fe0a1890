package org.parley.realtime.revocation;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/** Hears whose tokens count no more. */
@Listens(value = "realtime", repeatable = true)
class RevocationListener {

	private final Revocations revocations;

	RevocationListener(Revocations revocations) {
		this.revocations = revocations;
	}

	@Hears("session.revoked")
	void on(Ended told) {
		this.revocations.learn(new Revocation(told.sessionId(), told.userId(), told.tokenVersion()));
	}

	@Hears({ "user.banned", "user.role-changed" })
	void on(Changed told) {
		this.revocations.below(told.user().id(), told.tokenVersion());
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
