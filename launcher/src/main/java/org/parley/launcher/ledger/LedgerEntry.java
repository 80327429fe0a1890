package org.parley.launcher.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One write, from the first time that it was sent until a definite answer.
 *
 * @param kind what was written
 * @param mark a word that no other write has; it is in what was written
 * @param key what keeps the order: the thread, or the person; empty when it was refused
 * before it had one
 * @param effect what it brings about; none for a vote, of which only the sum counts
 * @param outcome of the last attempt
 * @param sent when it was sent first
 * @param answered when the definite answer was there
 * @param doubted whether an attempt before had no definite answer
 */
public record LedgerEntry(LedgerEntryKind kind, String mark, String key, @Nullable LedgerEffect effect,
		WriteOutcome outcome, Instant sent, Instant answered, boolean doubted) {

	public boolean isAccepted() {
		return this.outcome == WriteOutcome.ACCEPTED;
	}

	/** Whether whoever sent the other could know of this one. */
	public boolean answeredBefore(LedgerEntry other) {
		return this.answered.isBefore(other.sent);
	}

	/** What it has brought about something to. */
	public String subject() {
		return Objects.requireNonNull(this.effect).subject();
	}

	public Duration took() {
		return Duration.between(this.sent, this.answered);
	}

}
