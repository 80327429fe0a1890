package org.parley.resilience.drill;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.Await;
import org.parley.system.Instance;

/**
 * Restarts ended processes at once, as an orchestrator would, with their current
 * environment.
 */
public final class ProcessSupervisor {

	private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

	private static final Duration READY_TIMEOUT = Duration.ofMinutes(5);

	private final Map<Instance, Supplier<Map<String, String>>> supervised = new ConcurrentHashMap<>();

	private final AtomicInteger restarts = new AtomicInteger();

	private @Nullable Thread watch;

	private volatile boolean over;

	void start() {
		this.watch = Thread.ofPlatform().name("supervisor").daemon().start(this::watch);
	}

	/**
	 * Supervises a process.
	 * @param environment supplies additional environment variables for each start
	 */
	public void supervise(Instance instance, Supplier<Map<String, String>> environment) {
		this.supervised.put(instance, environment);
	}

	public void release(Instance instance) {
		this.supervised.remove(instance);
	}

	/** Returns the number of restarts. */
	int restarts() {
		return this.restarts.get();
	}

	private void watch() {
		while (!this.over) {
			restartEnded();
			Await.sleep(POLL_INTERVAL);
		}
	}

	/** Restarts all ended processes. */
	void restartEnded() {
		this.supervised.forEach(this::restart);
	}

	private void restart(Instance instance, Supplier<Map<String, String>> environment) {
		try {
			if (!instance.isAlive() && environment.equals(this.supervised.get(instance))) {
				this.restarts.incrementAndGet();
				instance.start(environment.get());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Waits until all supervised processes are ready. */
	public void awaitReady() {
		this.supervised.keySet().forEach((instance) -> instance.awaitReady(READY_TIMEOUT));
	}

	void stop() throws InterruptedException {
		this.over = true;
		if (this.watch != null) {
			this.watch.join();
		}
	}

}
