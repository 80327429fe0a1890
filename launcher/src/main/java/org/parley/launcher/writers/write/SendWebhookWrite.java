package org.parley.launcher.writers.write;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.client.WebhookSender;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.writers.IdempotentWrite;
import org.parley.launcher.writers.RetryUntilDefinite;

/**
 * Another system tells Parley what happens there, each thing under an id of its own,
 * which it repeats until it is accepted.
 */
public final class SendWebhookWrite {

	private final GatewayClient gatewayClient;

	private final WebhookSender provider;

	private final Ledger ledger = new Ledger();

	private final RetryUntilDefinite retryUntilDefinite = new RetryUntilDefinite(this.ledger);

	private final String run = Long.toString(System.currentTimeMillis(), 36);

	private final AtomicInteger told = new AtomicInteger();

	public SendWebhookWrite(GatewayClient gatewayClient, WebhookSender provider) {
		this.gatewayClient = gatewayClient;
		this.provider = provider;
	}

	/** Tells one thing more; gives the answer if there was one. */
	public Optional<GatewayResponse> tell() {
		var id = "drill-%s-%d".formatted(this.run, this.told.incrementAndGet());
		var guest = this.gatewayClient.guest();
		return this.retryUntilDefinite
			.on(new IdempotentWrite(LedgerEntryKind.WEBHOOK, id, id, () -> this.provider.tell(guest, id), (_) -> null));
	}

	/** Where it is written down. */
	public Ledger ledger() {
		return this.ledger;
	}

}
