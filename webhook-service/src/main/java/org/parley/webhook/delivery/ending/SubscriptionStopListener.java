package org.parley.webhook.delivery.ending;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.webhook.subscription.event.SubscriptionRemoved;
import org.parley.webhook.subscription.event.SubscriptionStopped;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes in the transaction that stops a subscription that its deliveries end. */
@Component
class SubscriptionStopListener {

	private final StoppedSubscriptions stoppedSubscriptions;

	private final ClusterLoop stoppedSubscriptionLoop;

	private final UnitOfWork unitOfWork;

	SubscriptionStopListener(StoppedSubscriptions stoppedSubscriptions, ClusterLoop stoppedSubscriptionLoop,
			UnitOfWork unitOfWork) {
		this.stoppedSubscriptions = stoppedSubscriptions;
		this.stoppedSubscriptionLoop = stoppedSubscriptionLoop;
		this.unitOfWork = unitOfWork;
	}

	@EventListener
	void on(SubscriptionStopped event) {
		add(event.id());
	}

	@EventListener
	void on(SubscriptionRemoved event) {
		add(event.id());
	}

	private void add(String subscription) {
		this.stoppedSubscriptions.add(subscription);
		this.unitOfWork.afterCommit(this.stoppedSubscriptionLoop::signal);
	}

}
