package org.parley.webhook.receipt;

import java.time.InstantSource;

import org.parley.platform.web.Ids;
import org.parley.platform.web.transaction.UnitOfWork;
import org.parley.webhook.provider.InboundRequest;
import org.parley.webhook.provider.SignatureRefusedException;
import org.parley.webhook.provider.UnknownProviderException;
import org.parley.webhook.provider.VerifiedWebhook;
import org.parley.webhook.provider.WebhookProviders;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes in what a provider has signed, once; what happens then, happens later. */
@Component
class ReceiveWebhook {

	private final WebhookProviders webhookProviders;

	private final Receipts receipts;

	private final RefusalLog refusalLog;

	private final ReceiptMetrics metrics;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	ReceiveWebhook(WebhookProviders webhookProviders, Receipts receipts, RefusalLog refusalLog, ReceiptMetrics metrics,
			UnitOfWork work, ApplicationEventPublisher publisher, InstantSource clock) {
		this.webhookProviders = webhookProviders;
		this.receipts = receipts;
		this.refusalLog = refusalLog;
		this.metrics = metrics;
		this.work = work;
		this.publisher = publisher;
		this.clock = clock;
	}

	/**
	 * Takes it in.
	 * @return the receipt's id; the first one's, when it was told before
	 */
	String receive(String provider, InboundRequest request) {
		var event = verified(provider, request);
		try {
			var id = this.work.run(() -> keep(Receipt.of(Ids.next(), provider, event, request, this.clock.instant())));
			this.metrics.accepted(provider);
			return id;
		}
		catch (DuplicateKeyException ex) {
			var first = this.receipts.find(provider, event.eventId()).orElseThrow(() -> ex);
			this.metrics.repeated(provider);
			return first.id();
		}
	}

	private VerifiedWebhook verified(String provider, InboundRequest request) {
		try {
			return this.webhookProviders.named(provider).verify(request, this.clock.instant());
		}
		catch (SignatureRefusedException ex) {
			this.refusalLog.note(provider, ex.refusal());
			throw ex;
		}
		catch (UnknownProviderException ex) {
			this.metrics.unknown();
			throw ex;
		}
	}

	private String keep(Receipt receipt) {
		this.receipts.add(receipt);
		this.publisher.publishEvent(WebhookReceived.of(receipt));
		return receipt.id();
	}

}
