package org.parley.webhook.delivery.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.WorkClaim;
import org.parley.platform.mongo.cluster.WorkSignals;
import org.parley.platform.runtime.ProcessRole;
import org.parley.platform.runtime.tracing.RequestOrigin;
import org.parley.webhook.delivery.Deliveries;
import org.parley.webhook.delivery.DeliverySignal;
import org.parley.webhook.delivery.WebhookDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Claims due deliveries and sends each on its own virtual thread, so that a slow endpoint
 * delays only its own deliveries.
 */
class DeliveryWorker implements ClusterLoop.Work, SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);

	/** For deliveries that are due while their endpoint rests. */
	private static final Duration SHORTEST = Duration.ofMillis(500);

	/** The safety net for lost signals of other processes. */
	private static final Duration LONGEST = Duration.ofSeconds(5);

	private static final Duration LONGEST_ALONE = Duration.ofSeconds(60);

	private final Deliveries deliveries;

	private final SendDelivery sendDelivery;

	private final EndpointLimits endpointLimits;

	private final ProcessRole processRole;

	private final InstantSource clock;

	private final ClusterLoop loop = new ClusterLoop("webhook-deliveries", WorkClaim.none(), this);

	private final ExecutorService executor = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-delivery-", 0).factory());

	private volatile Duration pause = SHORTEST;

	DeliveryWorker(Deliveries deliveries, SendDelivery sendDelivery, EndpointLimits endpointLimits,
			DeliverySignal signal, ProcessRole processRole, InstantSource clock) {
		this.deliveries = deliveries;
		this.sendDelivery = sendDelivery;
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
		var now = this.clock.instant();
		var claimed = this.deliveries.claim(this.endpointLimits.busy(), now);
		claimed.ifPresentOrElse(this::deliver, () -> this.pause = untilNext(now));
		return claimed.isPresent();
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
		return this.deliveries.findMostOverdue()
			.map((next) -> Duration.between(now, next.nextAt()))
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

	/** Waits for running attempts, which have a time limit. */
	void close() {
		this.executor.close();
	}

	private void deliver(WebhookDelivery claimed) {
		var limit = this.endpointLimits.get(claimed.subscription());
		limit.enter();
		this.executor.execute(() -> {
			try (var _ = RequestOrigin.begin().open()) {
				this.sendDelivery.send(claimed, limit);
			}
			catch (RuntimeException ex) {
				log.atWarn()
					.addKeyValue("delivery", claimed.id())
					.addKeyValue("cause", ex.getClass().getName())
					.log("Sending a delivery failed; it is retried after its lease");
			}
			finally {
				limit.leave();
				this.loop.signal();
			}
		});
	}

}
