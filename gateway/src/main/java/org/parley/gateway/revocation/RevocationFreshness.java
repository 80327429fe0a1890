package org.parley.gateway.revocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.stereotype.Component;

/**
 * Tracks until when all revocations are known: until now while a source has been open
 * since before the last load; else until the last load or the end of the last source.
 */
@Component
class RevocationFreshness {

	private final Duration staleAfter;

	private final InstantSource clock;

	private Instant completeUntil = Instant.EPOCH;

	private boolean complete;

	private final Set<String> open = new HashSet<>();

	private Instant listeningSince = Instant.MAX;

	private Sinks.Empty<Void> nextLoad = Sinks.empty();

	RevocationFreshness(GatewayRevocationSettings settings, InstantSource clock, MeterRegistry meters) {
		this.staleAfter = settings.staleAfter();
		this.clock = clock;
		Gauge.builder("parley.gateway.revocations.behind", this, (it) -> it.behind().toMillis() / 1000.0)
			.description("maximum age of unknown revocations")
			.baseUnit("seconds")
			.register(meters);
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
	synchronized boolean isCurrent() {
		return behind().compareTo(this.staleAfter) <= 0;
	}

	/** Completes when {@link #isCurrent} is true, at the latest after the next load. */
	synchronized Mono<Void> whenCurrent() {
		return isCurrent() ? Mono.empty() : this.nextLoad.asMono();
	}

	private synchronized Duration behind() {
		return this.complete ? Duration.ZERO : Duration.between(this.completeUntil, this.clock.instant());
	}

}
