package org.parley.notification.mail.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.jspecify.annotations.Nullable;
import org.parley.notification.mail.MailSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail server with a circuit breaker, a limit a minute and a time limit. Its exceptions
 * are those of the server.
 */
public final class MailRoute {

	private static final Logger log = LoggerFactory.getLogger(MailRoute.class);

	private final MailServer server;

	private final Supplier<Optional<Instant>> quota;

	private final InstantSource clock;

	private final CircuitBreaker breaker;

	private volatile Instant closedUntil = Instant.EPOCH;

	/**
	 * Uses a server.
	 * @param quota takes one of the mails of a minute: empty if it may be sent, otherwise
	 * when the next one may be
	 */
	public MailRoute(MailServer server, Supplier<Optional<Instant>> quota, MailSettings settings, InstantSource clock) {
		this.server = server;
		this.quota = quota;
		this.clock = clock;
		this.breaker = CircuitBreaker.of(server.name(),
				CircuitBreakerConfig.custom()
					.slidingWindowSize(settings.failures())
					.minimumNumberOfCalls(settings.failures())
					.failureRateThreshold(100)
					.waitDurationInOpenState(settings.pause())
					.permittedNumberOfCallsInHalfOpenState(1)
					.ignoreException(MailRefusedException.class::isInstance)
					.build());
	}

	MailServer server() {
		return this.server;
	}

	/** Whether the server has failed too often, or asks to wait. */
	public boolean isAvailable() {
		if (this.closedUntil.isAfter(this.clock.instant())) {
			return false;
		}
		var permitted = this.breaker.tryAcquirePermission();
		if (permitted) {
			this.breaker.releasePermission();
		}
		return permitted;
	}

	/**
	 * Takes one of the mails of the minute; otherwise the route is closed for a while.
	 */
	boolean isWithinLimit() {
		var next = this.quota.get();
		next.ifPresent((time) -> this.closedUntil = time);
		return next.isEmpty();
	}

	/** Sends a mail within a time. */
	public void send(OutgoingMail mail, Duration time) {
		try {
			this.breaker.executeRunnable(() -> sendWithin(mail, time));
		}
		catch (MailServerUnavailableException ex) {
			close(ex.pause());
			log.atWarn()
				.addKeyValue("server", this.server.name())
				.addKeyValue("cause", ex.getMessage())
				.log("A mail server is unavailable");
			throw ex;
		}
	}

	private void close(@Nullable Duration pause) {
		if (pause != null) {
			this.closedUntil = this.clock.instant().plus(pause);
		}
	}

	/**
	 * A server that sends a byte now and then never exceeds the time limits of the
	 * protocol, but the lease of the mail ends. An interrupt closes the connection of a
	 * virtual thread, and the server says what that means for the mail.
	 */
	private void sendWithin(OutgoingMail mail, Duration time) {
		var failure = new AtomicReference<@Nullable Throwable>();
		var sending = Thread.ofVirtual()
			.name("mail-" + mail.id())
			.uncaughtExceptionHandler((_, ex) -> failure.set(ex))
			.start(() -> this.server.send(mail));
		try {
			if (!sending.join(time)) {
				sending.interrupt();
				sending.join();
			}
		}
		catch (InterruptedException ex) {
			sending.interrupt();
			Thread.currentThread().interrupt();
			throw new MailUnconfirmedException(ex);
		}
		switch (failure.get()) {
			case null -> {
			}
			case RuntimeException ex -> throw ex;
			case Error ex -> throw ex;
			default -> throw new IllegalStateException(failure.get());
		}
	}

}
