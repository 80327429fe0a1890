package org.parley.webhook.delivery.event;

import org.parley.contracts.account.AccountEvent;
import org.parley.contracts.account.UserDeleted;
import org.parley.contracts.account.UserSnapshot;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;
import org.parley.webhook.delivery.CreateDeliveries;
import org.parley.webhook.owner.SubscriptionOwners;

/**
 * Consumes events about accounts: the rights of owners, and messages to administrators.
 */
@EventConsumer(value = "webhooks", repeatable = true)
class SubscriptionOwnerListener {

	private final SubscriptionOwners owners;

	private final CreateDeliveries createDeliveries;

	SubscriptionOwnerListener(SubscriptionOwners owners, CreateDeliveries createDeliveries) {
		this.owners = owners;
		this.createDeliveries = createDeliveries;
	}

	@EventHandler({ "user.registered", "user.profile-changed", "user.role-changed", "user.groups-changed",
			"user.verified", "user.banned", "user.unbanned" })
	void on(AccountEvent account, EventEnvelope event) {
		this.owners.save(account);
		this.createDeliveries.create(StaffMessages.map(event));
	}

	@EventHandler("user.snapshot")
	void on(UserSnapshot account) {
		this.owners.save(account);
	}

	@EventHandler("user.deleted")
	void on(UserDeleted deleted, EventEnvelope event) {
		this.owners.markDeleted(deleted.userId(), deleted.version());
		this.createDeliveries.create(StaffMessages.map(event));
	}

}
