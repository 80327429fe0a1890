package org.parley.moderation.check;

import java.util.List;
import java.util.stream.IntStream;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.WorkClaim;
import org.parley.platform.web.ProcessRole;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs {@link CheckWorker} in several concurrent loops on worker instances. Checks are
 * claimed one by one, so the loops need no lease of their own.
 */
@Component
@EnableConfigurationProperties(CheckSettings.class)
public class CheckLoops implements SmartLifecycle {

	private final List<ClusterLoop> loops;

	private volatile boolean running;

	CheckLoops(ProcessRole processRole, CheckSettings settings, CheckWorker checkWorker) {
		this.loops = IntStream.range(0, processRole.works() ? settings.atOnce() : 0)
			.mapToObj((number) -> new ClusterLoop("checks-" + number, WorkClaim.none(), checkWorker))
			.toList();
	}

	/** Wakes the loops after a check was scheduled. */
	public void signal() {
		this.loops.forEach(ClusterLoop::signal);
	}

	@Override
	public void start() {
		this.loops.forEach(ClusterLoop::start);
		this.running = true;
	}

	/** Stops in parallel, because each loop finishes its present check first. */
	@Override
	public void stop() {
		this.running = false;
		this.loops.parallelStream().forEach(ClusterLoop::stop);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
