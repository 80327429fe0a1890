package org.parley.launcher.drill;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.Await;
import org.parley.launcher.process.Instance;

/**
 * Starts again at once what has ended, as an orchestrator would, with what each was told
 * last.
 */
public final class ProcessSupervisor {

	private static final Duration LOOK = Duration.ofMillis(100);

	private static final Duration READY = Duration.ofMinutes(5);

	private final Map<Instance, Supplier<Map<String, String>>> minded = new ConcurrentHashMap<>();

	private final AtomicInteger restarts = new AtomicInteger();

	private @Nullable Thread watch;

	private volatile boolean over;

	void begin() {
		this.watch = Thread.ofPlatform().name("supervisor").daemon().start(this::watch);
	}

	/**
	 * Minds an instance from now on.
	 * @param told what it is told at each start, beside the usual
	 */
	public void mind(Instance instance, Supplier<Map<String, String>> told) {
		this.minded.put(instance, told);
	}

	public void forget(Instance instance) {
		this.minded.remove(instance);
	}

	/** How often something had ended. */
	int restarts() {
		return this.restarts.get();
	}

	private void watch() {
		while (!this.over) {
			restart();
			Await.pass(LOOK);
		}
	}

	/** Starts what has ended. */
	void restart() {
		this.minded.forEach(this::restart);
	}

	private void restart(Instance instance, Supplier<Map<String, String>> told) {
		try {
			if (!instance.lives() && told.equals(this.minded.get(instance))) {
				this.restarts.incrementAndGet();
				instance.start(told.get());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Waits until everything that is minded is ready. */
	public void awaitReady() {
		this.minded.keySet().forEach((instance) -> instance.awaitReady(READY));
	}

	void end() throws InterruptedException {
		this.over = true;
		if (this.watch != null) {
			this.watch.join();
		}
	}

}
