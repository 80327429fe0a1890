package org.parley.webhook.receipt.inbound;

import java.time.InstantSource;

import org.parley.contracts.webhook.WebhookReceived;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.VerifiedWebhook;
import org.parley.webhook.receipt.Receipt;
import org.parley.webhook.receipt.Receipts;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Stores a signed webhook once, and publishes its event for processing. */
@Component
public class ReceiveWebhook {

	private final VerifyWebhook verifyWebhook;

	private final Receipts receipts;

	private final ReceiptMetrics metrics;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	ReceiveWebhook(VerifyWebhook verifyWebhook, Receipts receipts, ReceiptMetrics metrics, UnitOfWork unitOfWork,
			ApplicationEventPublisher publisher, InstantSource clock) {
		this.verifyWebhook = verifyWebhook;
		this.receipts = receipts;
		this.metrics = metrics;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
		this.clock = clock;
	}

	/**
	 * Receives a webhook.
	 * @return the id of its receipt; for a repetition that of the first one
	 */
	String receive(String provider, InboundRequest request) {
		return store(provider, this.verifyWebhook.verify(provider, request), request);
	}

	/**
	 * Stores what was verified.
	 * @return the id of its receipt; for a repetition that of the first one
	 */
	public String store(String provider, VerifiedWebhook webhook, InboundRequest request) {
		try {
			var id = this.unitOfWork
				.run(() -> store(Receipt.of(Ids.next(), provider, webhook, request, this.clock.instant()), request));
			this.metrics.countAccepted(provider);
			return id;
		}
		catch (DuplicateKeyException ex) {
			var first = this.receipts.find(provider, webhook.eventId()).orElseThrow(() -> ex);
			this.metrics.countRepeated(provider);
			return first.id();
		}
	}

	private String store(Receipt receipt, InboundRequest request) {
		this.receipts.add(receipt, request.body());
		this.publisher.publishEvent(new WebhookReceived(receipt.id(), receipt.provider(), receipt.receivedAt()));
		return receipt.id();
	}

}
