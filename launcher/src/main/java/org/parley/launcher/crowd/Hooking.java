package org.parley.launcher.crowd;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.parley.launcher.client.Answer;
import org.parley.launcher.client.Gateway;
import org.parley.launcher.client.WebhookProvider;
import org.parley.launcher.ledger.Kind;
import org.parley.launcher.ledger.Ledger;

/**
 * Another system tells Parley what happens there, each thing under an id of its own,
 * which it repeats until it is accepted.
 */
public final class Hooking {

	private final Gateway gateway;

	private final WebhookProvider provider;

	private final Ledger ledger = new Ledger();

	private final Insisting insisting = new Insisting(this.ledger);

	private final String run = Long.toString(System.currentTimeMillis(), 36);

	private final AtomicInteger told = new AtomicInteger();

	public Hooking(Gateway gateway, WebhookProvider provider) {
		this.gateway = gateway;
		this.provider = provider;
	}

	/** Tells one thing more; gives the answer if there was one. */
	public Optional<Answer> tell() {
		var id = "drill-%s-%d".formatted(this.run, this.told.incrementAndGet());
		var guest = this.gateway.guest();
		return this.insisting.on(new Wish(Kind.WEBHOOK, id, id, () -> this.provider.tell(guest, id), (_) -> null));
	}

	/** Where it is written down. */
	public Ledger ledger() {
		return this.ledger;
	}

}
