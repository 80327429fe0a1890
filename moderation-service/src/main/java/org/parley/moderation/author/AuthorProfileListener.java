package org.parley.moderation.author;

import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Hears who the people are. What it hears twice, or late, does no harm. */
@EventConsumer(value = "ai_moderation", repeatable = true)
class AuthorProfileListener {

	private final AuthorProfiles authorProfiles;

	AuthorProfileListener(AuthorProfiles authorProfiles) {
		this.authorProfiles = authorProfiles;
	}

	@EventHandler({ "user.registered", "user.profile-changed", "user.role-changed", "user.verified", "user.banned",
			"user.unbanned", "user.snapshot" })
	void on(UserAccountEventData userAccountEventData) {
		this.authorProfiles.learn(userAccountEventData);
	}

	@EventHandler("user.deleted")
	void onDeletion(Deleted deleted) {
		this.authorProfiles.forget(deleted.userId(), deleted.version());
	}

	/** An account is gone. */
	record Deleted(String userId, long version) {
	}

}
