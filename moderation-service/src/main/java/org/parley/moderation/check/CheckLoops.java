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
 * Several loops that check posts at once, in processes that work. They need nothing to
 * hold but the check that each has taken.
 */
@Component
@EnableConfigurationProperties(CheckSettings.class)
class CheckLoops implements SmartLifecycle {

	private final List<ClusterLoop> loops;

	private volatile boolean running;

	CheckLoops(ProcessRole processRole, CheckSettings settings, CheckWorker checkWorker) {
		this.loops = IntStream.range(0, processRole.works() ? settings.atOnce() : 0)
			.mapToObj((number) -> new ClusterLoop("checks-" + number, WorkClaim.none(), checkWorker))
			.toList();
	}

	/** There may be something to check. */
	void signal() {
		this.loops.forEach(ClusterLoop::signal);
	}

	@Override
	public void start() {
		this.loops.forEach(ClusterLoop::start);
		this.running = true;
	}

	/** All at once: each may wait for a check at hand. */
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
