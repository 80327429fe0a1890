package org.parley.platform.messaging.snapshot;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
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

	/** How long a queue that refused a page is left alone. */
	private static final Duration REFUSED = Duration.ofSeconds(5);

	private final SnapshotRuns runs;

	private final Map<String, Snapshot> snapshots;

	private final Envelopes envelopes;

	private final ConfirmedSender sender;

	private final String exchange;

	private final InstantSource clock;

	private boolean refused;

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

	@Override
	public boolean doBatch() {
		var underWay = this.runs.underWay();
		var sent = underWay.stream().filter(this::sendPage).count();
		this.refused = sent < underWay.size();
		return sent > 0;
	}

	@Override
	public Duration poll() {
		return this.refused ? REFUSED : ClusterLoop.Work.super.poll();
	}

	/**
	 * Sends a page; false when the queue does not accept it, so that other runs continue.
	 */
	private boolean sendPage(SnapshotRun run) {
		var page = page(run);
		if (page.isEmpty()) {
			storeProgress(run, run.next(this.clock.instant()));
			return true;
		}
		if (!send(run, page)) {
			log.atWarn().addKeyValue("queue", run.queue()).log("A queue does not accept its snapshot now");
			return false;
		}
		storeProgress(run, run.advance(page.getLast().subject(), page.size()));
		return true;
	}

	/** Ends a type that this version no longer publishes. */
	private List<? extends ParleyEvent> page(SnapshotRun run) {
		var snapshot = this.snapshots.get(run.types().getFirst());
		return (snapshot != null) ? snapshot.after(run.subject(), PAGE) : List.of();
	}

	private boolean send(SnapshotRun run, List<? extends ParleyEvent> page) {
		try (var _ = RequestOrigin.of(run.correlationId(), null).open()) {
			var messages = page.stream().map(this::message).toList();
			return this.sender.send(this.exchange, Topology.onlyTo(run.queue()), messages);
		}
	}

	private void storeProgress(SnapshotRun before, SnapshotRun after) {
		this.runs.advance(before, after);
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
