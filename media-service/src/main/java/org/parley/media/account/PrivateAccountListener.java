package org.parley.media.account;

import org.parley.contracts.social.SocialAccountChanged;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Updates which accounts are private. Duplicate and late events have no effect. */
@EventConsumer(value = "media_work", repeatable = true)
class PrivateAccountListener {

	private final PrivateAccounts accounts;

	PrivateAccountListener(PrivateAccounts accounts) {
		this.accounts = accounts;
	}

	@EventHandler({ "social-account.changed", "social-account.snapshot" })
	void on(SocialAccountChanged event) {
		this.accounts.save(event.person().id(), event.privateAccount(), event.version());
	}

}
