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
 * nothing, since its client may have caused that. It makes the gateway ask the instance
 * itself, as do calls that wait while nothing is answered. An instance that does not
 * answer the gateway either is unavailable: its calls end, and the gateway asks again
 * until there is an answer.
 */
final class WatchedInstance {

	/** The time between two questions to an unavailable instance. */
	static final Duration PAUSE = Duration.ofSeconds(1);

	/** When clients should try again. */
	private static final Duration RETRY = Duration.ofSeconds(2);

	private final URI address;

	private final Function<URI, Mono<Boolean>> probe;

	private final CircuitBreaker breaker;

	private final long patience;

	private final Scheduler scheduler;

	private final AtomicInteger waiting = new AtomicInteger();

	private final AtomicBoolean checked = new AtomicBoolean();

	private final AtomicBoolean asked = new AtomicBoolean();

	/** In milliseconds of the scheduler's clock. */
	private volatile long answeredAt;

	private volatile long waitingSince;

	private volatile Sinks.Empty<Void> end = Sinks.empty();

	/**
	 * Watches an instance.
	 * @param probe asks an address whether it answers
	 * @param breaker the state, for metrics and the log
	 * @param patience how long nothing may be answered while calls wait
	 */
	WatchedInstance(URI address, Function<URI, Mono<Boolean>> probe, CircuitBreaker breaker, Duration patience,
			Scheduler scheduler) {
		this.address = address;
		this.probe = probe;
		this.breaker = breaker;
		this.patience = patience.toMillis();
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
			begin();
			return suspectAfterFailure(call.takeUntilOther(this.end.asMono()))
				.doOnSuccess((_) -> this.answeredAt = now())
				.doFinally((_) -> this.waiting.decrementAndGet());
		});
	}

	/** Watches a call whose answer may take as long as nothing happens. */
	Mono<Void> watchOpenEnded(Mono<Void> call) {
		return suspectAfterFailure(call);
	}

	private Mono<Void> suspectAfterFailure(Mono<Void> call) {
		return call.doOnError((failure) -> {
			if (!(failure instanceof GatewayProblemException)) {
				ask();
			}
		});
	}

	private void begin() {
		if (this.waiting.getAndIncrement() == 0) {
			this.waitingSince = now();
		}
		checkLater();
	}

	/** Nothing runs while no call waits. */
	private void checkLater() {
		if (this.checked.compareAndSet(false, true)) {
			this.scheduler.schedule(this::check, Math.max(1, this.patience - silence()), TimeUnit.MILLISECONDS);
		}
	}

	private void check() {
		this.checked.set(false);
		if (this.waiting.get() == 0) {
			return;
		}
		if (silence() >= this.patience) {
			this.waitingSince = now();
			ask();
		}
		checkLater();
	}

	private long silence() {
		return now() - Math.max(this.answeredAt, this.waitingSince);
	}

	private void ask() {
		if (this.asked.compareAndSet(false, true)) {
			question();
		}
	}

	private void question() {
		long start = now();
		var _ = this.probe.apply(this.address).subscribe((answers) -> judge(answers || this.answeredAt > start));
	}

	private void judge(boolean answers) {
		if (!answers) {
			if (!isUnavailable()) {
				this.breaker.transitionToOpenState();
				this.end.tryEmitError(new IOException("The instance does not answer"));
			}
			var _ = this.scheduler.schedule(this::question, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
			return;
		}
		this.answeredAt = now();
		if (isUnavailable()) {
			this.end = Sinks.empty();
			this.breaker.transitionToClosedState();
		}
		this.asked.set(false);
	}

	private long now() {
		return this.scheduler.now(TimeUnit.MILLISECONDS);
	}

}
