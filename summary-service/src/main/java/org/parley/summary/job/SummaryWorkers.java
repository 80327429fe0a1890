package org.parley.summary.job;

import java.util.List;
import java.util.stream.IntStream;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.WorkClaim;
import org.parley.platform.web.ProcessRole;
import org.parley.summary.engine.SummarySettings;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs {@link SummaryWorker} in several concurrent loops on worker instances. Jobs are
 * claimed one by one, so the loops need no lease of their own.
 */
@Component
class SummaryWorkers implements SmartLifecycle {

	private final List<ClusterLoop> loops;

	SummaryWorkers(SummaryWorker summaryWorker, SummarySettings settings, ProcessRole processRole) {
		this.loops = IntStream.rangeClosed(1, processRole.works() ? settings.workers() : 0)
			.mapToObj((number) -> new ClusterLoop("summary-worker-" + number, WorkClaim.none(), summaryWorker))
			.toList();
	}

	/** Wakes the loops. */
	void signal() {
		this.loops.forEach(ClusterLoop::signal);
	}

	@Override
	public void start() {
		this.loops.forEach(ClusterLoop::start);
	}

	@Override
	public void stop() {
		this.loops.parallelStream().forEach(ClusterLoop::stop);
	}

	@Override
	public boolean isRunning() {
		return this.loops.stream().anyMatch(ClusterLoop::isRunning);
	}

}
