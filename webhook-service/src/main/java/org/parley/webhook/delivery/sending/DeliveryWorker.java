package org.parley.webhook.delivery.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.WorkClaim;
import org.parley.platform.mongo.cluster.WorkSignals;
import org.parley.platform.runtime.ProcessRole;
import org.parley.platform.runtime.tracing.RequestOrigin;
import org.parley.webhook.delivery.Deliveries;
import org.parley.webhook.delivery.DeliverySignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Claims due deliveries in batches, sends each on its own virtual thread and records what
 * came of them in batches. A slow endpoint delays only its own deliveries. Only the
 * loop's thread uses the database.
 */
class DeliveryWorker implements ClusterLoop.Work, SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);

	/** Claimed deliveries, which are in memory. */
	private static final int MOST_CLAIMED = 500;

	/** Deliveries of a batch. */
	private static final int BATCH = 256;

	/** A delivery that was checked earlier is not sent, but checked again. */
	private static final Duration STALE = Duration.ofSeconds(2);

	/** For deliveries that are due while their endpoint rests. */
	private static final Duration SHORTEST = Duration.ofMillis(500);

	/** The safety net for lost signals of other processes. */
	private static final Duration LONGEST = Duration.ofSeconds(5);

	private static final Duration LONGEST_ALONE = Duration.ofSeconds(60);

	private final Deliveries deliveries;

	private final SendDeliveries sendDeliveries;

	private final EndpointLimits endpointLimits;

	private final ProcessRole processRole;

	private final InstantSource clock;

	private final ClusterLoop loop = new ClusterLoop("webhook-deliveries", WorkClaim.none(), this);

	private final ExecutorService executor = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-delivery-", 0).factory());

	private final AtomicInteger claimed = new AtomicInteger();

	private final BlockingQueue<ClaimedDelivery> done = new LinkedBlockingQueue<>();

	/** What is not recorded yet, also if recording has failed. */
	private final List<ClaimedDelivery> unrecorded = new ArrayList<>();

	private volatile Duration pause = SHORTEST;

	DeliveryWorker(Deliveries deliveries, SendDeliveries sendDeliveries, EndpointLimits endpointLimits,
			DeliverySignal signal, ProcessRole processRole, InstantSource clock) {
		this.deliveries = deliveries;
		this.sendDeliveries = sendDeliveries;
		this.endpointLimits = endpointLimits;
		this.processRole = processRole;
		this.clock = clock;
		signal.onWake(this.loop::signal);
	}

	/** Lets processes without a worker signal their deliveries. */
	void connectTo(WorkSignals workSignals) {
		workSignals.connect(this.loop);
	}

	@Override
	public boolean waits() {
		return true;
	}

	@Override
	public boolean doBatch() {
		recordDone();
		var room = Math.min(BATCH, MOST_CLAIMED - this.claimed.get());
		if (room <= 0) {
			return false;
		}
		var now = this.clock.instant();
		var batch = this.deliveries.claim(this.endpointLimits.busy(), (id) -> this.endpointLimits.get(id).room(), room,
				now);
		if (batch.isEmpty()) {
			this.pause = untilNext(now);
			return false;
		}
		this.sendDeliveries.check(batch).forEach(this::deliver);
		return true;
	}

	private void recordDone() {
		this.done.drainTo(this.unrecorded);
		if (!this.unrecorded.isEmpty()) {
			this.sendDeliveries.record(this.unrecorded);
			this.unrecorded.clear();
		}
	}

	@Override
	public Duration poll() {
		return (this.pause.compareTo(LONGEST) < 0) ? this.pause : LONGEST;
	}

	@Override
	public Duration pollAlone() {
		return this.pause;
	}

	/** The time until a delivery is due that no signal announces. */
	private Duration untilNext(Instant now) {
		return this.deliveries.findNextDue()
			.map((next) -> Duration.between(now, next))
			.filter((pause) -> pause.compareTo(LONGEST_ALONE) < 0)
			.map((pause) -> (pause.compareTo(SHORTEST) > 0) ? pause : SHORTEST)
			.orElse(LONGEST_ALONE);
	}

	@Override
	public boolean isAutoStartup() {
		return this.processRole.works();
	}

	@Override
	public void start() {
		this.loop.start();
	}

	@Override
	public void stop() {
		this.loop.stop();
	}

	@Override
	public boolean isRunning() {
		return this.loop.isRunning();
	}

	/** Waits for running attempts, which have a time limit, and records them. */
	void close() {
		this.executor.close();
		try {
			recordDone();
		}
		catch (RuntimeException ex) {
			log.atWarn()
				.addKeyValue("count", this.unrecorded.size())
				.setCause(ex)
				.log("Recording deliveries failed; they are repeated after their lease");
		}
	}

	private void deliver(ClaimedDelivery delivery) {
		if (!delivery.isReady()) {
			finish(delivery);
			return;
		}
		var limit = this.endpointLimits.get(delivery.delivery().subscription());
		limit.enter();
		this.claimed.incrementAndGet();
		var start = System.nanoTime();
		this.executor.execute(() -> {
			try (var _ = RequestOrigin.begin().open()) {
				finish(attempt(delivery, limit, STALE.minusNanos(System.nanoTime() - start)));
			}
			catch (RuntimeException ex) {
				log.atWarn()
					.addKeyValue("delivery", delivery.delivery().id())
					.setCause(ex)
					.log("Sending a delivery failed; it is retried after its lease");
			}
			finally {
				limit.leave();
				this.claimed.decrementAndGet();
				this.loop.signal();
			}
		});
	}

	/** Sends a delivery, unless its endpoint has become slow or worse meanwhile. */
	private ClaimedDelivery attempt(ClaimedDelivery delivery, EndpointLimit limit, Duration wait) {
		if (!isRunning() || !limit.begin(wait)) {
			return delivery;
		}
		try {
			return this.sendDeliveries.send(delivery, limit);
		}
		finally {
			limit.end();
		}
	}

	private void finish(ClaimedDelivery delivery) {
		this.done.add(delivery);
	}

}
