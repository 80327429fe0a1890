package org.parley.platform.mongo.cluster;

import java.util.List;
import java.util.stream.IntStream;

import org.springframework.context.SmartLifecycle;

/** Runs several concurrent loops of work that is claimed item by item. */
public final class ClusterLoops implements SmartLifecycle {

	private final List<ClusterLoop> loops;

	private volatile boolean running;

	/**
	 * Creates loops that are not started.
	 * @param name of the work, for threads and logs
	 * @param count the number of loops; 0 for an instance that does not work
	 */
	public ClusterLoops(String name, int count, ClusterLoop.Work work) {
		this.loops = IntStream.rangeClosed(1, count)
			.mapToObj((number) -> new ClusterLoop(name + "-" + number, WorkClaim.none(), work))
			.toList();
	}

	List<ClusterLoop> all() {
		return this.loops;
	}

	/** Reports that there may be work. */
	public void signal() {
		this.loops.forEach(ClusterLoop::signal);
	}

	@Override
	public void start() {
		this.loops.forEach(ClusterLoop::start);
		this.running = true;
	}

	/** Stops in parallel, because each loop finishes its present work first. */
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
