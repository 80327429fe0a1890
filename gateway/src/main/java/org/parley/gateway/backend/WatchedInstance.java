package org.parley.gateway.backend;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.parley.gateway.problem.GatewayProblemException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

import org.springframework.http.HttpStatus;

/**
 * An instance of a service, and whether it answers. A call without an answer proves
 * nothing, since its client may have caused that. It makes the gateway probe the instance
 * itself, as do calls that wait while nothing is answered. An instance that does not
 * answer the gateway either is unavailable: its calls end, and the gateway probes again
 * until there is an answer. Each address has one such instance, which all routes share.
 */
final class WatchedInstance {

	/** The time between two probes of an unavailable instance. */
	static final Duration PAUSE = Duration.ofSeconds(1);

	/** When clients should try again. */
	private static final Duration RETRY = Duration.ofSeconds(2);

	private final URI address;

	private final Function<URI, Mono<Boolean>> probe;

	private final CircuitBreaker breaker;

	private final long suspicionMillis;

	private final Scheduler scheduler;

	private final AtomicInteger waitingCalls = new AtomicInteger();

	private final AtomicBoolean checkScheduled = new AtomicBoolean();

	/** From the first probe until the instance answers one. */
	private final AtomicBoolean probing = new AtomicBoolean();

	/** In milliseconds of the scheduler's clock. */
	private volatile long answeredAt;

	/** When the first call began to wait, or silence last caused a probe. */
	private volatile long silentSince;

	/** Fails the calls that wait when the instance becomes unavailable. */
	private volatile Sinks.Empty<Void> end = Sinks.empty();

	/**
	 * Watches an instance.
	 * @param probe asks an address whether it answers
	 * @param breaker the state, for metrics and the log; no other instance may change it
	 * @param suspicion how long nothing may be answered while calls wait
	 */
	WatchedInstance(URI address, Function<URI, Mono<Boolean>> probe, CircuitBreaker breaker, Duration suspicion,
			Scheduler scheduler) {
		this.address = address;
		this.probe = probe;
		this.breaker = breaker;
		this.suspicionMillis = suspicion.toMillis();
		this.scheduler = scheduler;
	}

	URI address() {
		return this.address;
	}

	boolean isUnavailable() {
		return this.breaker.getState() == State.OPEN;
	}

	/** The answer to a call of an unavailable instance. */
	static GatewayProblemException unavailable() {
		return new GatewayProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service.unavailable",
				"This part of Parley does not answer right now.", RETRY);
	}

	/** Watches a call, which is complete when its answer begins. */
	Mono<Void> watch(Mono<Void> call) {
		return Mono.defer(() -> {
			beginToWait();
			return probeAfterFailure(call.takeUntilOther(this.end.asMono())).doOnSuccess((_) -> this.answeredAt = now())
				.doFinally((_) -> this.waitingCalls.decrementAndGet());
		});
	}

	/** Watches a call whose answer may take as long as nothing happens. */
	Mono<Void> watchOpenEnded(Mono<Void> call) {
		return probeAfterFailure(call);
	}

	private Mono<Void> probeAfterFailure(Mono<Void> call) {
		return call.doOnError((failure) -> {
			if (!(failure instanceof GatewayProblemException)) {
				startProbing();
			}
		});
	}

	private void beginToWait() {
		if (this.waitingCalls.getAndIncrement() == 0) {
			this.silentSince = now();
		}
		scheduleCheck();
	}

	/** Nothing runs while no call waits. */
	private void scheduleCheck() {
		if (this.checkScheduled.compareAndSet(false, true)) {
			this.scheduler.schedule(this::check, Math.max(1, this.suspicionMillis - silence()), TimeUnit.MILLISECONDS);
		}
	}

	private void check() {
		this.checkScheduled.set(false);
		if (this.waitingCalls.get() == 0) {
			return;
		}
		if (silence() >= this.suspicionMillis) {
			this.silentSince = now();
			startProbing();
		}
		scheduleCheck();
	}

	private long silence() {
		return now() - Math.max(this.answeredAt, this.silentSince);
	}

	private void startProbing() {
		if (this.probing.compareAndSet(false, true)) {
			sendProbe();
		}
	}

	private void sendProbe() {
		long start = now();
		var _ = this.probe.apply(this.address).subscribe((answers) -> onProbed(answers || this.answeredAt > start));
	}

	private void onProbed(boolean answers) {
		if (!answers) {
			if (!isUnavailable()) {
				this.breaker.transitionToOpenState();
				this.end.tryEmitError(new IOException("The instance does not answer"));
			}
			var _ = this.scheduler.schedule(this::sendProbe, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
			return;
		}
		this.answeredAt = now();
		if (isUnavailable()) {
			this.end = Sinks.empty();
			this.breaker.transitionToClosedState();
		}
		this.probing.set(false);
	}

	private long now() {
		return this.scheduler.now(TimeUnit.MILLISECONDS);
	}

}
