package org.parley.moderation.author;

import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/** Hears who the people are. What it hears twice, or late, does no harm. */
@Listens(value = "ai_moderation", repeatable = true)
class UserListener {

	private final Authors authors;

	UserListener(Authors authors) {
		this.authors = authors;
	}

	@Hears({ "user.registered", "user.profile-changed", "user.role-changed", "user.verified", "user.banned",
			"user.unbanned", "user.snapshot" })
	void on(Told told) {
		this.authors.learn(told);
	}

	@Hears("user.deleted")
	void onDeletion(Deleted deleted) {
		this.authors.forget(deleted.userId(), deleted.version());
	}

	/** An account is gone. */
	record Deleted(String userId, long version) {
	}

}
