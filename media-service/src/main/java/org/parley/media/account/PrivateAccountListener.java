package org.parley.media.account;

import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Updates which accounts are private. Duplicate and late events have no effect. */
@EventConsumer(value = "media_work", repeatable = true)
class PrivateAccountListener {

	private final PrivateAccounts accounts;

	PrivateAccountListener(PrivateAccounts accounts) {
		this.accounts = accounts;
	}

	@EventHandler("social-account.changed")
	void on(PrivateAccountEventData event) {
		this.accounts.save(event.person().id(), event.privateAccount(), event.version());
	}

	/**
	 * The data of {@code social-account.changed}.
	 *
	 * @param privateAccount whether the account is private
	 * @param version the number of changes
	 */
	record PrivateAccountEventData(AccountOwner person, boolean privateAccount, long version) {
	}

	/** A person. */
	record AccountOwner(String id) {
	}

}
