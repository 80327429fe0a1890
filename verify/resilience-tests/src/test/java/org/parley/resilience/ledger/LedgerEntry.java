package org.parley.resilience.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A write, from the first request until the definite response.
 *
 * @param kind the kind of write
 * @param mark the unique mark contained in the written text
 * @param key the ordering key: the thread or user; empty if a refused write has none
 * @param effect the expected event; null for votes, which are compared by sum
 * @param outcome the outcome of the last attempt
 * @param sent time of the first request
 * @param answered time of the definite response
 * @param doubted whether an earlier attempt had no definite response
 */
public record LedgerEntry(LedgerEntryKind kind, String mark, String key, @Nullable LedgerEffect effect,
		WriteOutcome outcome, Instant sent, Instant answered, boolean doubted) {

	public boolean isAccepted() {
		return this.outcome == WriteOutcome.ACCEPTED;
	}

	/** Checks whether this write was answered before the other was sent. */
	public boolean answeredBefore(LedgerEntry other) {
		return this.answered.isBefore(other.sent);
	}

	/** Returns the subject of the expected event. */
	public String subject() {
		return Objects.requireNonNull(this.effect).subject();
	}

	public Duration took() {
		return Duration.between(this.sent, this.answered);
	}

}
