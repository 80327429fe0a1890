package org.parley.resilience.writers.write;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.writers.RecordedWrite;
import org.parley.resilience.writers.RetryUntilDefinite;
import org.parley.system.WebhookSender;

/**
 * Sends webhooks to Parley, each with its own id, and repeats each until it is accepted.
 */
public final class SendWebhookWrite {

	private final GatewayClient gatewayClient;

	private final WebhookSender provider;

	private final Ledger ledger = new Ledger();

	private final RetryUntilDefinite retryUntilDefinite = new RetryUntilDefinite(this.ledger);

	private final String run = Long.toString(System.currentTimeMillis(), 36);

	private final AtomicInteger sent = new AtomicInteger();

	public SendWebhookWrite(GatewayClient gatewayClient, WebhookSender provider) {
		this.gatewayClient = gatewayClient;
		this.provider = provider;
	}

	/** Sends the next webhook and returns the response, if there was one. */
	public Optional<GatewayResponse> sendNext() {
		var id = "drill-%s-%d".formatted(this.run, this.sent.incrementAndGet());
		var guest = this.gatewayClient.guest();
		return this.retryUntilDefinite.execute(
				new RecordedWrite(LedgerEntryKind.WEBHOOK, id, id, () -> this.provider.send(guest, id), (_) -> null));
	}

	/** Returns the recorded webhooks. */
	public Ledger ledger() {
		return this.ledger;
	}

}
