package org.parley.webhook.provider.verification;

import java.time.Instant;

/**
 * Verifies webhooks of a signature scheme. Each implementation runs
 * {@code ProviderContract}.
 */
public interface WebhookProvider {

	/**
	 * Verifies the signature and the time of a request.
	 * @throws SignatureRefusedException 401 if one is invalid
	 */
	VerifiedWebhook verify(InboundRequest request, Instant now);

}
