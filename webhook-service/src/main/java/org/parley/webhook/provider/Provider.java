package org.parley.webhook.provider;

import java.time.Instant;

/**
 * A way to show who sent a webhook. Every implementation runs {@code ProviderContract}.
 */
public interface Provider {

	/**
	 * Lets only those requests pass that the provider has signed, not long ago.
	 * @throws RefusedException 401
	 */
	Genuine verify(InboundRequest request, Instant now);

}
