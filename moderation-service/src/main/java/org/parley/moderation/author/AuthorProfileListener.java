package org.parley.moderation.author;

import org.parley.contracts.account.AccountEvent;
import org.parley.contracts.account.UserDeleted;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Consumes account events. Repeated and late events change nothing. */
@EventConsumer(value = "ai_moderation", repeatable = true)
class AuthorProfileListener {

	private final AuthorProfiles authorProfiles;

	AuthorProfileListener(AuthorProfiles authorProfiles) {
		this.authorProfiles = authorProfiles;
	}

	@EventHandler({ "user.registered", "user.profile-changed", "user.role-changed", "user.verified", "user.banned",
			"user.unbanned", "user.snapshot" })
	void on(AccountEvent account) {
		this.authorProfiles.saveIfNewer(account);
	}

	@EventHandler("user.deleted")
	void onDeletion(UserDeleted deleted) {
		this.authorProfiles.markDeleted(deleted.userId(), deleted.version());
	}

}
