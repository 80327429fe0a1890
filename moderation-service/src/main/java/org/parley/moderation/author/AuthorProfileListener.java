package org.parley.moderation.author;

import org.parley.contracts.account.AccountEvent;
import org.parley.contracts.account.UserDeleted;
import org.parley.contracts.account.UserUnbanned;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

import org.springframework.context.ApplicationEventPublisher;

/** Consumes account events. Repeated and late events change nothing. */
@EventConsumer(value = "ai_moderation", repeatable = true)
class AuthorProfileListener {

	private final AuthorProfiles authorProfiles;

	private final ApplicationEventPublisher publisher;

	AuthorProfileListener(AuthorProfiles authorProfiles, ApplicationEventPublisher publisher) {
		this.authorProfiles = authorProfiles;
		this.publisher = publisher;
	}

	@EventHandler({ "user.registered", "user.profile-changed", "user.role-changed", "user.verified", "user.banned",
			"user.snapshot" })
	void on(AccountEvent account) {
		this.authorProfiles.saveIfNewer(account);
	}

	@EventHandler("user.unbanned")
	void on(UserUnbanned unbanned, EventEnvelope event) {
		this.authorProfiles.saveIfNewer(unbanned);
		this.publisher.publishEvent(new BanEnded(unbanned.user().id(), event.time()));
	}

	@EventHandler("user.deleted")
	void onDeletion(UserDeleted deleted) {
		this.authorProfiles.markDeleted(deleted.userId(), deleted.version());
	}

}
