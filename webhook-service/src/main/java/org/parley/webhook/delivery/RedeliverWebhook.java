package org.parley.webhook.delivery;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.audit.AdministratorAct;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.webhook.subscription.WebhookSubscription;
import org.parley.webhook.subscription.event.SubscriptionReaddressed;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts another round of attempts with the same {@code webhook-id}. */
@Component
class RedeliverWebhook {

	private static final int MOST = 1_000;

	private final Deliveries deliveries;

	private final DeliverySignal signal;

	private final UnitOfWork unitOfWork;

	private final AdministratorActs acts;

	private final InstantSource clock;

	RedeliverWebhook(Deliveries deliveries, DeliverySignal signal, UnitOfWork unitOfWork, AdministratorActs acts,
			InstantSource clock) {
		this.deliveries = deliveries;
		this.signal = signal;
		this.unitOfWork = unitOfWork;
		this.acts = acts;
		this.clock = clock;
	}

	/** Deliveries that wait for the next attempt at a mended address start at once. */
	@EventListener
	void on(SubscriptionReaddressed event) {
		this.unitOfWork.afterCommit(() -> {
			this.deliveries.restartWaiting(event.id(), this.clock.instant());
			this.signal.wakeWorker();
		});
	}

	/**
	 * Starts a delivery again, or one that waits for its next attempt now.
	 * @throws RefusalException 409 while it is sent
	 */
	DeliveryView redeliver(WebhookSubscription subscription, String id, Caller caller) {
		var delivery = this.deliveries.find(subscription.id(), id).orElseThrow(DeliveryNotFoundException::new);
		subscription.requireActive();
		this.unitOfWork.run(() -> {
			if (!this.deliveries.restart(delivery, this.clock.instant())) {
				throw RefusalException.conflict("delivery.under-way", "The delivery is still in progress.");
			}
			recordUnlessOwn(subscription, caller);
		});
		this.signal.wakeWorker();
		return DeliveryView.of(this.deliveries.find(subscription.id(), id).orElseThrow(DeliveryNotFoundException::new));
	}

	/**
	 * Starts deliveries of a time again, up to a number.
	 * @throws RefusalException 400 if the time ends before it begins, or the cursor is of
	 * another list
	 */
	RedeliveryView redeliver(WebhookSubscription subscription, RedeliveryRequest range, Caller caller) {
		if (range.isEmpty()) {
			throw RefusalException.field("until", "redelivery.until", "must be after from");
		}
		subscription.requireActive();
		var found = this.deliveries.findClosed(subscription.id(), range, MOST + 1);
		var more = found.size() > MOST;
		var chosen = more ? found.subList(0, MOST) : found;
		var count = this.unitOfWork.run(() -> {
			recordUnlessOwn(subscription, caller);
			return this.deliveries.restartAll(chosen, range.wanted(), this.clock.instant());
		});
		this.signal.wakeWorker();
		return new RedeliveryView(count, more, more ? RedeliveryRequest.cursorAfter(chosen.getLast()) : null);
	}

	private void recordUnlessOwn(WebhookSubscription subscription, Caller caller) {
		if (!subscription.isOwnedBy(caller)) {
			this.acts.record(AdministratorAct.WEBHOOK_REDELIVERED, caller.id(), subscription.owner(),
					subscription.id());
		}
	}

	/** The delivery does not exist in this subscription. */
	static final class DeliveryNotFoundException extends RefusalException {

		DeliveryNotFoundException() {
			super(RefusalKind.NOT_FOUND, "delivery.not-found", "The delivery does not exist.");
		}

	}

	/**
	 * The outcome of a redelivery.
	 *
	 * @param count the number of deliveries that start again
	 * @param more whether there are more, which another request sends
	 * @param nextCursor the cursor of that request; null if there are no more
	 */
	record RedeliveryView(long count, boolean more, @Nullable String nextCursor) {
	}

}
