package org.parley.webhook.receipt.inbound;

import java.time.InstantSource;

import org.parley.webhook.provider.WebhookProviders;
import org.parley.webhook.provider.WebhookProviders.UnknownProviderException;
import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.SignatureRefusedException;
import org.parley.webhook.provider.verification.VerifiedWebhook;

import org.springframework.stereotype.Component;

/** Verifies the signature of a request, and records refusals. */
@Component
class VerifyWebhook {

	private final WebhookProviders webhookProviders;

	private final RefusalLog refusalLog;

	private final ReceiptMetrics metrics;

	private final InstantSource clock;

	VerifyWebhook(WebhookProviders webhookProviders, RefusalLog refusalLog, ReceiptMetrics metrics,
			InstantSource clock) {
		this.webhookProviders = webhookProviders;
		this.refusalLog = refusalLog;
		this.metrics = metrics;
		this.clock = clock;
	}

	VerifiedWebhook verify(String provider, InboundRequest request) {
		try {
			return this.webhookProviders.get(provider).verify(request, this.clock.instant());
		}
		catch (SignatureRefusedException ex) {
			this.refusalLog.record(provider, ex.refusal());
			throw ex;
		}
		catch (UnknownProviderException ex) {
			this.metrics.countUnknownProvider();
			throw ex;
		}
	}

}
