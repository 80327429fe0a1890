package org.parley.webhook.provider;

import java.time.Instant;

/**
 * A way to show who sent a webhook. Every implementation runs {@code ProviderContract}.
 */
public interface WebhookProvider {

	/**
	 * Lets only those requests pass that the provider has signed, not long ago.
	 * @throws SignatureRefusedException 401
	 */
	VerifiedWebhook verify(InboundRequest request, Instant now);

}
