package org.parley.webhook.delivery;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.WorkClaim;
import org.parley.platform.web.ProcessRole;
import org.parley.platform.web.RequestOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Keeps deliveries going in a worker. Every worker may, since each delivery is claimed;
 * each goes its own way, so that one that is slow delays only those to the same endpoint.
 */
class DeliveryWorker implements ClusterLoop.Work, SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);

	private final Deliveries deliveries;

	private final SendDelivery sendDelivery;

	private final EndpointLimits endpointLimits;

	private final ProcessRole processRole;

	private final InstantSource clock;

	private final ClusterLoop loop = new ClusterLoop("webhook-deliveries", new Everybody(), this);

	private final ExecutorService ways = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-delivery-", 0).factory());

	DeliveryWorker(Deliveries deliveries, SendDelivery sendDelivery, EndpointLimits endpointLimits,
			DeliverySignal signal, ProcessRole processRole, InstantSource clock) {
		this.deliveries = deliveries;
		this.sendDelivery = sendDelivery;
		this.endpointLimits = endpointLimits;
		this.processRole = processRole;
		this.clock = clock;
		signal.wakes(this.loop::signal);
	}

	@Override
	public boolean waits() {
		return true;
	}

	@Override
	public boolean doBatch() {
		var claimed = this.deliveries.claim(this.endpointLimits.busy(), this.clock.instant());
		claimed.ifPresent(this::deliver);
		return claimed.isPresent();
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

	/** What is under way is finished: a try has its time limit. */
	void close() {
		this.ways.close();
	}

	private void deliver(WebhookDelivery claimed) {
		var lane = this.endpointLimits.to(claimed.subscription());
		lane.enter();
		this.ways.execute(() -> {
			try (var _ = RequestOrigin.begin().open()) {
				this.sendDelivery.deliver(claimed, lane);
			}
			catch (RuntimeException ex) {
				log.atWarn()
					.addKeyValue("delivery", claimed.id())
					.addKeyValue("cause", ex.getClass().getName())
					.log("A delivery is left to its lease");
			}
			finally {
				lane.leave();
				this.loop.signal();
			}
		});
	}

	/** The claim of each delivery is enough. */
	private static final class Everybody implements WorkClaim {

		@Override
		public boolean acquire() {
			return true;
		}

		@Override
		public void release() {
			// nothing is held
		}

	}

}
