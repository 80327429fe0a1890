package org.parley.realtime.coverage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.realtime.ReplayMarked;
import org.parley.realtime.task.Pause;
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
 * Tracks whether the log contains all events published while this instance did not
 * listen. The instance's own queue is deleted with its connection; the shared queue is
 * durable. After every connect the instance publishes marks: a mark in its own queue
 * shows that it receives events, and a later mark handled by the shared queue shows that
 * all earlier events are in the log.
 */
@Component
@EnableConfigurationProperties(CoverageSettings.class)
public class Coverage implements ConnectionListener, DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(Coverage.class);

	private static final Duration RETRY = Duration.ofSeconds(5);

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
			.description("1 when all events published before this instance listened are in the log")
			.register(meters);
		broker.addConnectionListener(this);
	}

	@Override
	public void onCreate(@Nullable Connection connection) {
		var current = new CoverageRound();
		var last = this.round.getAndSet(current);
		if (last != null) {
			last.giveUp();
		}
		Thread.ofVirtual().name("coverage").start(() -> watch(current));
	}

	/**
	 * Waits until the log is complete, at most {@code parley.realtime.coverage.join}. A
	 * wait that a new connection ends continues with that connection's round.
	 * @return false if a replay may be incomplete
	 */
	public boolean awaitComplete() {
		var last = this.clock.instant().plus(this.settings.join());
		var current = this.round.get();
		while (current != null && !current.await(Duration.between(this.clock.instant(), last))) {
			var next = this.round.get();
			if (current.equals(next)) {
				this.unconnected.giveUp();
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

	void receive(ReplayMarked mark) {
		var now = this.round.get();
		if (now != null) {
			now.receive(mark);
		}
	}

	private boolean isComplete() {
		var now = this.round.get();
		return now != null && now.isComplete();
	}

	private void watch(CoverageRound current) {
		var delay = CompletableFuture.runAsync(() -> reportDelay(current),
				CompletableFuture.delayedExecutor(this.settings.delay().toMillis(), TimeUnit.MILLISECONDS));
		var number = listen(current);
		Pause.of(this.settings.settling());
		while (isCurrent(current) && !sendAndAwait(current, number)) {
			Pause.of(this.settings.pause());
		}
		delay.cancel(false);
		if (isCurrent(current)) {
			current.complete();
			log.info("The replay log is complete");
		}
		while (isCurrent(current) && !announceRestored()) {
			Pause.of(RETRY);
		}
	}

	/** Announces that what this instance missed is in the log; false if that failed. */
	boolean announceRestored() {
		try {
			this.events.publishEvent(new CoverageRestored());
			return true;
		}
		catch (DataAccessException ex) {
			log.atWarn().addKeyValue("cause", ex.toString()).log("Rights could not be reviewed");
			return false;
		}
	}

	/**
	 * Sends marks until one arrives in the own queue; returns the number of the next
	 * mark.
	 */
	private long listen(CoverageRound current) {
		var number = 1L;
		while (isCurrent(current) && !current.isReceiving()) {
			this.coverageMarks.send(new ReplayMarked(current.id(), number++));
			Pause.of(this.settings.pause());
		}
		return number;
	}

	/** Sends a mark and waits until the shared queue has handled it. */
	private boolean sendAndAwait(CoverageRound current, long number) {
		this.coverageMarks.send(new ReplayMarked(current.id(), number));
		for (var waited = Duration.ZERO; isCurrent(current)
				&& waited.compareTo(RETRY) < 0; waited = waited.plus(this.settings.pause())) {
			Pause.of(this.settings.pause());
			if (!isCurrent(current)) {
				return false;
			}
			var recorded = this.coverageMarks.recorded(current.id());
			if (recorded.isEmpty()) {
				current.giveUp();
			}
			else if (recorded.getAsLong() >= number) {
				return true;
			}
		}
		return false;
	}

	private void reportDelay(CoverageRound current) {
		if (isCurrent(current) && !current.isComplete()) {
			current.giveUp();
			log.warn("The replay log is delayed; clients must reload");
			this.events.publishEvent(new CoverageDelayed());
		}
	}

	private boolean isCurrent(CoverageRound candidate) {
		return candidate.equals(this.round.get());
	}

}
