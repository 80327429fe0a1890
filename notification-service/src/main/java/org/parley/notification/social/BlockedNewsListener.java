package org.parley.notification.social;

import org.parley.notification.notification.StoreNotifications;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.relation.BlockStored;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Removes what two people were told about each other when one blocks the other. */
@Component
class BlockedNewsListener {

	private final StoreNotifications storeNotifications;

	private final UnitOfWork work;

	BlockedNewsListener(StoreNotifications storeNotifications, UnitOfWork work) {
		this.storeNotifications = storeNotifications;
		this.work = work;
	}

	@EventListener
	void on(BlockStored block) {
		this.work.run(() -> {
			this.storeNotifications.removeBetween(block.blockerId(), block.blockedId());
			this.storeNotifications.removeBetween(block.blockedId(), block.blockerId());
		});
	}

}
