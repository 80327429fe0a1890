package org.parley.platform.security.revocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tracks until when all revocations are known: until now while a source has been open
 * since before the last load; else until the last load or the end of the last source.
 */
public final class RevocationFreshness {

	private final Duration staleAfter;

	private final InstantSource clock;

	private Instant completeUntil = Instant.EPOCH;

	private boolean complete;

	private final Set<String> open = new HashSet<>();

	private Instant listeningSince = Instant.MAX;

	private Sinks.Empty<Void> nextLoad = Sinks.empty();

	RevocationFreshness(Duration staleAfter, InstantSource clock) {
		this.staleAfter = staleAfter;
		this.clock = clock;
	}

	/** A source is open and reports revocations from now on. */
	synchronized void opened(String source) {
		if (this.open.isEmpty()) {
			this.listeningSince = this.clock.instant();
		}
		this.open.add(source);
	}

	synchronized void closed(String source) {
		this.open.remove(source);
		if (this.open.isEmpty() && this.complete) {
			this.complete = false;
			this.completeUntil = this.clock.instant();
		}
	}

	/** Whether no source is open. */
	synchronized boolean hasNoOpenSource() {
		return this.open.isEmpty();
	}

	/**
	 * The list was loaded.
	 * @param asked when the load began
	 */
	synchronized void loaded(Instant asked) {
		this.completeUntil = asked;
		this.complete = !this.open.isEmpty() && !this.listeningSince.isAfter(asked);
		this.nextLoad.tryEmitEmpty();
		this.nextLoad = Sinks.empty();
	}

	/** Whether the known revocations are recent enough to check tokens. */
	public synchronized boolean isCurrent() {
		return behind().compareTo(this.staleAfter) <= 0;
	}

	/** Completes when {@link #isCurrent} is true, at the latest after the next load. */
	public synchronized Mono<Void> whenCurrent() {
		return isCurrent() ? Mono.empty() : this.nextLoad.asMono();
	}

	/** The maximum age of unknown revocations. */
	synchronized Duration behind() {
		return this.complete ? Duration.ZERO : Duration.between(this.completeUntil, this.clock.instant());
	}

}
