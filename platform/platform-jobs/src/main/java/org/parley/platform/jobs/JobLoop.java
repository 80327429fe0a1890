package org.parley.platform.jobs;

import org.parley.platform.events.cluster.Claim;
import org.parley.platform.events.cluster.ClusterLoop;

import org.springframework.context.SmartLifecycle;

/**
 * Keeps the jobs of an instance going from its start to its end. The runs are what is
 * claimed, one by one.
 */
final class JobLoop implements SmartLifecycle {

	private final ClusterLoop loop;

	private final Running running;

	private final boolean works;

	JobLoop(Clockwork clockwork, Running running, boolean works) {
		this.loop = new ClusterLoop("jobs", Claim.none(), clockwork);
		this.running = running;
		this.works = works;
	}

	@Override
	public boolean isAutoStartup() {
		return this.works;
	}

	@Override
	public void start() {
		this.running.start();
		this.loop.start();
	}

	/** First nothing new is begun, then what goes on is ended. */
	@Override
	public void stop() {
		this.loop.stop();
		this.running.stop();
	}

	@Override
	public boolean isRunning() {
		return this.loop.isRunning();
	}

}
