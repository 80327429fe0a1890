package org.parley.gateway.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * Counts the requests of one subject under one limit in a sliding window: those of the
 * current window, and a share of the previous window.
 * <p>
 * Each instance owns its part of the count and only replaces it, so repeated messages are
 * harmless and no lock is needed. Windows start at a different time for each subject, so
 * that not all quotas reset in the same second.
 */
final class SlidingWindowCounter {

	private final RateLimit rateLimit;

	private final String subject;

	private final String owner;

	private final long offset;

	private long window = Long.MIN_VALUE;

	private long mine;

	private long others;

	private long minePreviously;

	private long othersPreviously;

	private long sent;

	private boolean due;

	/**
	 * Creates an empty counter.
	 * @param owner unique for each counter, so that a recreated counter does not replace
	 * the counts of its predecessor
	 */
	SlidingWindowCounter(RateLimit rateLimit, String subject, String owner) {
		this.rateLimit = rateLimit;
		this.subject = subject;
		this.owner = owner;
		this.offset = Math.floorMod(subject.hashCode(), rateLimit.window().toMillis());
	}

	synchronized RateLimitStatus take(Instant now) {
		roll(now);
		double used = used(now);
		if (used + 1 > this.rateLimit.requests()) {
			return new RateLimitStatus(this.rateLimit, false, 0, untilOneIsFree(now));
		}
		this.mine++;
		return new RateLimitStatus(this.rateLimit, true, (long) (this.rateLimit.requests() - used - 1),
				untilWindowEnds(now));
	}

	/** Uncounts a request that was counted just now. */
	synchronized void giveBack(Instant now) {
		roll(now);
		this.mine = Math.max(0, this.mine - 1);
	}

	/** The state without another request. */
	synchronized RateLimitStatus status(Instant now) {
		roll(now);
		double used = used(now);
		return new RateLimitStatus(this.rateLimit, used + 1 <= this.rateLimit.requests(),
				(long) Math.max(0, this.rateLimit.requests() - used), untilWindowEnds(now));
	}

	/**
	 * Whether the count must be sent now; returns true once, until {@link #confirmSent}
	 * or {@link #markUnsent} is called.
	 */
	synchronized boolean becomesDue() {
		if (this.due || this.mine - this.sent < this.rateLimit.unsent()) {
			return false;
		}
		this.due = true;
		return true;
	}

	synchronized Part part() {
		return new Part(this.owner, key(this.window), key(this.window - 1), this.window, this.mine,
				this.rateLimit.kept());
	}

	synchronized void confirmSent(Part part, long othersNow, long othersBefore) {
		this.due = false;
		if (part.window() == this.window) {
			this.sent = part.mine();
			this.others = othersNow;
			this.othersPreviously = othersBefore;
		}
	}

	synchronized void markUnsent() {
		this.due = false;
	}

	/**
	 * Moves to the window of a time. Another thread may have moved on to the next one
	 * since the time was read: the request then counts at its begin.
	 */
	private void roll(Instant now) {
		long current = Math.floorDiv(position(now), millis());
		if (current == this.window || current == this.window - 1) {
			return;
		}
		boolean adjacent = current == this.window + 1;
		this.minePreviously = adjacent ? this.mine : 0;
		this.othersPreviously = adjacent ? this.others : 0;
		this.mine = 0;
		this.others = 0;
		this.sent = 0;
		this.window = current;
	}

	private double used(Instant now) {
		return previously() * (1 - elapsed(now)) + this.mine + this.others;
	}

	private Duration untilOneIsFree(Instant now) {
		long current = this.mine + this.others;
		long free = this.rateLimit.requests() - 1 - current;
		double wait = (free >= 0) ? 1 - (double) free / previously() - elapsed(now)
				: 1 - elapsed(now) + 1 - (this.rateLimit.requests() - 1) / (double) current;
		return Duration.ofMillis((long) Math.ceil(wait * millis()));
	}

	private Duration untilWindowEnds(Instant now) {
		return Duration.ofMillis(millis() - sinceBegin(now));
	}

	private long previously() {
		return this.minePreviously + this.othersPreviously;
	}

	/** The elapsed part of the current window, from 0 to 1. */
	private double elapsed(Instant now) {
		return sinceBegin(now) / (double) millis();
	}

	private long sinceBegin(Instant now) {
		return Math.max(0, position(now) - this.window * millis());
	}

	private long position(Instant now) {
		return now.toEpochMilli() + this.offset;
	}

	private long millis() {
		return this.rateLimit.window().toMillis();
	}

	private String key(long window) {
		return this.rateLimit.name() + ":" + this.subject + ":" + window;
	}

	/**
	 * The count of one owner in one window.
	 *
	 * @param owner the counting instance
	 * @param key the shared key of the window
	 * @param previousKey the shared key of the previous window
	 * @param mine the count
	 * @param kept how long it matters
	 */
	record Part(String owner, String key, String previousKey, long window, long mine, Duration kept) {
	}

}
