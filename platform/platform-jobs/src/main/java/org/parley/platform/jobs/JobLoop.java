package org.parley.platform.jobs;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.WorkClaim;
import org.parley.platform.mongo.cluster.WorkSignals;

import org.springframework.context.SmartLifecycle;

/**
 * Starts and stops the scheduler and the runner of an instance. The loop needs no claim,
 * since each run is claimed.
 */
final class JobLoop implements SmartLifecycle {

	private final ClusterLoop loop;

	private final JobRunner jobRunner;

	private final boolean works;

	JobLoop(JobScheduler jobScheduler, JobRunner jobRunner, boolean works) {
		this.loop = new ClusterLoop("jobs", WorkClaim.none(), jobScheduler);
		this.jobRunner = jobRunner;
		this.works = works;
	}

	@Override
	public boolean isAutoStartup() {
		return this.works;
	}

	@Override
	public void start() {
		this.jobRunner.start();
		this.loop.start();
	}

	/** Stops starting runs, then stops the running ones, which other instances repeat. */
	@Override
	public void stop() {
		this.loop.stop();
		this.jobRunner.stop();
		signal();
	}

	/** Reports that a run may be waiting, here or to the workers. */
	void signal() {
		this.loop.signal();
	}

	/** Lets the other instances signal to this one. */
	void connectTo(WorkSignals workSignals) {
		workSignals.connect(this.loop);
	}

	@Override
	public boolean isRunning() {
		return this.loop.isRunning();
	}

}
