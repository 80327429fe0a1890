package org.parley.platform.runtime.shutdown;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Delays the graceful shutdown of the web server, which closes idle connections without
 * an answer. A request that is sent on one of them at that moment would fail.
 */
final class DrainLifecycle implements SmartLifecycle {

	private final Duration drain;

	private volatile boolean running;

	private volatile boolean draining;

	DrainLifecycle(Duration drain) {
		this.drain = drain;
	}

	/** Whether the process is stopping. */
	boolean isDraining() {
		return this.draining;
	}

	@Override
	public void start() {
		this.draining = false;
		this.running = true;
	}

	@Override
	public void stop() {
		this.draining = true;
		this.running = false;
	}

	@Override
	public void stop(Runnable callback) {
		stop();
		CompletableFuture.delayedExecutor(this.drain.toMillis(), TimeUnit.MILLISECONDS).execute(callback);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Higher phases stop first. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
	}

}
