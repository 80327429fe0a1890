package org.parley.launcher.writers;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.client.UnexpectedAnswerException;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEffect;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.WriteOutcome;

/**
 * Repeats a wish until it has a definite answer: no connection, a timeout and 5xx leave
 * it open whether anything was written, 429 and a request that is still at work call for
 * patience.
 */
public final class RetryUntilDefinite {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

	private final Ledger ledger;

	public RetryUntilDefinite(Ledger ledger) {
		this.ledger = ledger;
	}

	/** Writes down what became of it, and gives the answer if there was one. */
	public Optional<GatewayResponse> on(IdempotentWrite idempotentWrite) {
		var sent = Instant.now();
		var pause = FIRST_PAUSE;
		var doubted = false;
		while (true) {
			var gatewayResponse = attempt(idempotentWrite);
			if (gatewayResponse != null && isDefinite(gatewayResponse)) {
				this.ledger.add(entry(idempotentWrite, gatewayResponse, sent, doubted));
				return Optional.of(gatewayResponse);
			}
			doubted |= gatewayResponse == null || gatewayResponse.status() >= 500;
			if (Instant.now().isAfter(sent.plus(PATIENCE))) {
				this.ledger.add(new LedgerEntry(idempotentWrite.kind(), idempotentWrite.mark(), idempotentWrite.key(),
						null, WriteOutcome.UNKNOWN, sent, Instant.now(), doubted));
				return Optional.empty();
			}
			Await.pass(pause);
			pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
		}
	}

	private static @Nullable GatewayResponse attempt(IdempotentWrite idempotentWrite) {
		try {
			return idempotentWrite.asking().get();
		}
		catch (UncheckedIOException | UnexpectedAnswerException ex) {
			return null;
		}
	}

	private static boolean isDefinite(GatewayResponse gatewayResponse) {
		return gatewayResponse.status() < 500 && gatewayResponse.status() != 429 && gatewayResponse.status() != 408
				&& !gatewayResponse.text("/code").equals("idempotency.in-progress");
	}

	private static LedgerEntry entry(IdempotentWrite idempotentWrite, GatewayResponse gatewayResponse, Instant sent,
			boolean doubted) {
		var accepted = gatewayResponse.status() < 300;
		var ledgerEffect = accepted ? idempotentWrite.effect().apply(gatewayResponse) : null;
		return new LedgerEntry(idempotentWrite.kind(), idempotentWrite.mark(), key(idempotentWrite, ledgerEffect),
				ledgerEffect, accepted ? WriteOutcome.ACCEPTED : WriteOutcome.REFUSED, sent, Instant.now(), doubted);
	}

	/** Who or what did not exist before is its own key. */
	private static String key(IdempotentWrite idempotentWrite, @Nullable LedgerEffect ledgerEffect) {
		return (idempotentWrite.key().isEmpty() && ledgerEffect != null) ? ledgerEffect.subject()
				: idempotentWrite.key();
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
