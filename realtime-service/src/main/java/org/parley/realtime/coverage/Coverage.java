package org.parley.realtime.coverage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Whether the log has everything that was published while this instance did not listen.
 * Its own queue goes with its connection; the queue that all instances share does not.
 * With every connection it marks the stream of events: once its own queue has brought a
 * mark, it hears whatever is published; once the shared queue has handled a later one,
 * whatever was published before is in the log.
 */
@Component
@EnableConfigurationProperties(CoverageSettings.class)
public class Coverage implements ConnectionListener, DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(Coverage.class);

	private static final Duration AGAIN = Duration.ofSeconds(5);

	private final CoverageMarks coverageMarks;

	private final CoverageSettings settings;

	private final ApplicationEventPublisher events;

	private final InstantSource clock;

	/** Until the first connection, when rights may be old, too. */
	private final CoverageRound unconnected = new CoverageRound();

	private final AtomicReference<@Nullable CoverageRound> round = new AtomicReference<>(this.unconnected);

	Coverage(ConnectionFactory broker, CoverageMarks coverageMarks, CoverageSettings settings,
			ApplicationEventPublisher events, InstantSource clock, MeterRegistry meters) {
		this.coverageMarks = coverageMarks;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
		Gauge.builder("parley.realtime.covered", this, (coverage) -> coverage.isComplete() ? 1 : 0)
			.description("1 when everything that was published before this instance listened is in the log")
			.register(meters);
		broker.addConnectionListener(this);
	}

	@Override
	public void onCreate(@Nullable Connection connection) {
		var begun = new CoverageRound();
		var last = this.round.getAndSet(begun);
		if (last != null) {
			last.release();
		}
		Thread.ofVirtual().name("coverage").start(() -> watch(begun));
	}

	/**
	 * Waits a while until the log has everything; false when a client must not rely on
	 * it. A wait that a new connection ends goes on with that connection's round.
	 */
	public boolean await() {
		var last = this.clock.instant().plus(this.settings.join());
		var current = this.round.get();
		while (current != null && !current.await(Duration.between(this.clock.instant(), last))) {
			var next = this.round.get();
			if (current.equals(next)) {
				this.unconnected.release();
				return false;
			}
			current = next;
		}
		return current != null;
	}

	@Override
	public void destroy() {
		this.round.set(null);
	}

	void heard(ReplayMarked mark) {
		var now = this.round.get();
		if (now != null) {
			now.hear(mark);
		}
	}

	private boolean isComplete() {
		var now = this.round.get();
		return now != null && now.isCovered();
	}

	private void watch(CoverageRound current) {
		var delay = CompletableFuture.runAsync(() -> delayed(current),
				CompletableFuture.delayedExecutor(this.settings.delay().toMillis(), TimeUnit.MILLISECONDS));
		var number = listen(current);
		pause(this.settings.settling());
		while (isCurrent(current) && !isRecorded(current, number)) {
			pause(this.settings.pause());
		}
		delay.cancel(false);
		if (isCurrent(current)) {
			current.cover();
			log.info("Everything published before this instance listened is in the log");
		}
		while (isCurrent(current) && !isAnnounced()) {
			pause(AGAIN);
		}
	}

	private boolean isAnnounced() {
		try {
			this.events.publishEvent(new CoverageRestored());
			return true;
		}
		catch (DataAccessException ex) {
			log.atWarn().addKeyValue("cause", ex.toString()).log("Rights cannot be looked at now");
			return false;
		}
	}

	/** Sends marks until its own queue brings one; answers the number of the next. */
	private long listen(CoverageRound current) {
		var number = 1L;
		while (isCurrent(current) && !current.isHeard()) {
			this.coverageMarks.send(new ReplayMarked(current.id(), number++));
			pause(this.settings.pause());
		}
		return number;
	}

	/** Sends the mark that counts, now and then again, until it is handled. */
	private boolean isRecorded(CoverageRound current, long number) {
		this.coverageMarks.send(new ReplayMarked(current.id(), number));
		for (var waited = Duration.ZERO; isCurrent(current)
				&& waited.compareTo(AGAIN) < 0; waited = waited.plus(this.settings.pause())) {
			pause(this.settings.pause());
			if (!isCurrent(current)) {
				return false;
			}
			var recorded = this.coverageMarks.recorded(current.id());
			if (recorded.isEmpty()) {
				current.release();
			}
			else if (recorded.getAsLong() >= number) {
				return true;
			}
		}
		return false;
	}

	private void delayed(CoverageRound current) {
		if (isCurrent(current) && !current.isCovered()) {
			current.release();
			log.warn("The log lags behind: clients read anew");
			this.events.publishEvent(new CoverageDelayed());
		}
	}

	private boolean isCurrent(CoverageRound one) {
		return one.equals(this.round.get());
	}

	private static void pause(Duration length) {
		new CompletableFuture<Void>().completeOnTimeout(null, length.toMillis(), TimeUnit.MILLISECONDS).join();
	}

}
