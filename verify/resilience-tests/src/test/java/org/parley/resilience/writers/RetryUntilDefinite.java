package org.parley.resilience.writers;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.client.UnexpectedAnswerException;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEffect;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.WriteOutcome;

/**
 * Sends a write until the response is definite. After a connection failure, a timeout or
 * 5xx it is unknown whether the write was applied; after 429 and
 * {@code idempotency.in-progress} it is repeated as well.
 */
public final class RetryUntilDefinite {

	private static final Duration TIMEOUT = Duration.ofMinutes(3);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

	private static final Duration MAX_PAUSE = Duration.ofSeconds(2);

	private final Ledger ledger;

	public RetryUntilDefinite(Ledger ledger) {
		this.ledger = ledger;
	}

	/**
	 * Repeats a write that is not applied twice, records its outcome and returns the
	 * response, if there was one.
	 */
	public Optional<GatewayResponse> execute(RecordedWrite recordedWrite) {
		return execute(recordedWrite, TIMEOUT);
	}

	/** The same for a write that might be applied twice if it was repeated. */
	public Optional<GatewayResponse> executeOnce(RecordedWrite recordedWrite) {
		return execute(recordedWrite, Duration.ZERO);
	}

	private Optional<GatewayResponse> execute(RecordedWrite recordedWrite, Duration patience) {
		var sent = Instant.now();
		var pause = FIRST_PAUSE;
		var doubted = false;
		while (true) {
			var gatewayResponse = attempt(recordedWrite);
			if (gatewayResponse != null && isDefinite(gatewayResponse)) {
				this.ledger.add(entry(recordedWrite, gatewayResponse, sent, doubted));
				return Optional.of(gatewayResponse);
			}
			doubted |= gatewayResponse == null || gatewayResponse.status() >= 500;
			if (!Instant.now().isBefore(sent.plus(patience))) {
				this.ledger.add(new LedgerEntry(recordedWrite.kind(), recordedWrite.mark(), recordedWrite.key(), null,
						WriteOutcome.UNKNOWN, sent, Instant.now(), doubted));
				return Optional.empty();
			}
			Await.sleep(pause);
			pause = shorter(pause.multipliedBy(2), MAX_PAUSE);
		}
	}

	private static @Nullable GatewayResponse attempt(RecordedWrite recordedWrite) {
		try {
			return recordedWrite.request().get();
		}
		catch (UncheckedIOException | UnexpectedAnswerException ex) {
			return null;
		}
	}

	private static boolean isDefinite(GatewayResponse gatewayResponse) {
		return gatewayResponse.status() < 500 && gatewayResponse.status() != 429 && gatewayResponse.status() != 408
				&& !gatewayResponse.text("/code").equals("idempotency.in-progress");
	}

	private static LedgerEntry entry(RecordedWrite recordedWrite, GatewayResponse gatewayResponse, Instant sent,
			boolean doubted) {
		var accepted = gatewayResponse.status() < 300;
		var ledgerEffect = accepted ? recordedWrite.effect().apply(gatewayResponse) : null;
		return new LedgerEntry(recordedWrite.kind(), recordedWrite.mark(), key(recordedWrite, ledgerEffect),
				ledgerEffect, accepted ? WriteOutcome.ACCEPTED : WriteOutcome.REFUSED, sent, Instant.now(), doubted);
	}

	/** A created subject is its own key. */
	private static String key(RecordedWrite recordedWrite, @Nullable LedgerEffect ledgerEffect) {
		return (recordedWrite.key().isEmpty() && ledgerEffect != null) ? ledgerEffect.subject() : recordedWrite.key();
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
