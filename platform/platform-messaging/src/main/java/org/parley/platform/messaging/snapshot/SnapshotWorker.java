package org.parley.platform.messaging.snapshot;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.parley.contracts.ParleyEvent;
import org.parley.platform.messaging.Envelopes;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.messaging.queue.ConfirmedSender;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.runtime.tracing.RequestOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;

/**
 * Sends snapshots to a single queue, page by page. An interrupted page is sent again;
 * consumers keep the newest version.
 */
class SnapshotWorker implements ClusterLoop.Work {

	private static final Logger log = LoggerFactory.getLogger(SnapshotWorker.class);

	private static final int PAGE = 200;

	/** How long a run whose page failed or was refused rests. */
	private static final Duration PAUSE = Duration.ofSeconds(5);

	private final SnapshotRuns runs;

	private final Map<String, Snapshot> snapshots;

	private final Envelopes envelopes;

	private final ConfirmedSender sender;

	private final String exchange;

	private final InstantSource clock;

	/** The ends of pauses by queue; a queue has at most one run. */
	private final Map<String, Instant> pauses = new HashMap<>();

	/** Creates a worker for an exchange, with the snapshots by type. */
	SnapshotWorker(SnapshotRuns runs, Map<String, Snapshot> snapshots, Envelopes envelopes, ConfirmedSender sender,
			String exchange, InstantSource clock) {
		this.runs = runs;
		this.snapshots = Map.copyOf(snapshots);
		this.envelopes = envelopes;
		this.sender = sender;
		this.exchange = exchange;
		this.clock = clock;
	}

	@Override
	public boolean waits() {
		return this.runs.isAnyRunning();
	}

	/** A run that rests does not delay the others. */
	@Override
	public boolean doBatch() {
		var now = this.clock.instant();
		this.pauses.values().removeIf((end) -> !end.isAfter(now));
		var sent = false;
		for (var run : this.runs.underWay()) {
			if (this.pauses.containsKey(run.queue())) {
				continue;
			}
			if (trySendPage(run)) {
				sent = true;
			}
			else {
				this.pauses.put(run.queue(), now.plus(PAUSE));
			}
		}
		return sent;
	}

	@Override
	public Duration poll() {
		return this.pauses.isEmpty() ? ClusterLoop.Work.super.poll() : PAUSE;
	}

	private boolean trySendPage(SnapshotRun run) {
		try {
			return sendPage(run);
		}
		catch (RuntimeException ex) {
			log.atWarn()
				.addKeyValue("queue", run.queue())
				.addKeyValue("type", run.types().getFirst())
				.addKeyValue("cause", ex.toString())
				.log("A page of a snapshot failed and will be retried");
			return false;
		}
	}

	/** Sends a page; false when the queue does not accept it. */
	private boolean sendPage(SnapshotRun run) {
		var snapshot = this.snapshots.get(run.types().getFirst());
		// This version may no longer publish the type
		var page = (snapshot != null) ? snapshot.after(run.subject(), PAGE) : List.<ParleyEvent>of();
		if (snapshot == null || page.isEmpty()) {
			this.runs.advance(run, run.next(this.clock.instant()));
			return true;
		}
		if (!send(run, page)) {
			log.atWarn().addKeyValue("queue", run.queue()).log("A queue does not accept its snapshot now");
			return false;
		}
		this.runs.advance(run, run.advance(snapshot.position(page.getLast()), page.size()));
		return true;
	}

	private boolean send(SnapshotRun run, List<? extends ParleyEvent> page) {
		try (var _ = RequestOrigin.of(run.correlationId(), null).open()) {
			var messages = page.stream().map(this::message).toList();
			return this.sender.send(this.exchange, Topology.onlyTo(run.queue()), messages);
		}
	}

	private Message message(ParleyEvent event) {
		var envelope = this.envelopes.wrap(event);
		return MessageBuilder.withBody(this.envelopes.write(envelope).getBytes(StandardCharsets.UTF_8))
			.setContentType("application/cloudevents+json")
			.setMessageId(envelope.id())
			.setType(envelope.type())
			.setDeliveryMode(MessageDeliveryMode.PERSISTENT)
			.build();
	}

}
