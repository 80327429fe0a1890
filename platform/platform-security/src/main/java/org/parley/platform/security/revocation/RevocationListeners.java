package org.parley.platform.security.revocation;

import java.util.List;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Receives revocations from all sources while the service runs. A single source is
 * sufficient.
 */
public final class RevocationListeners implements SmartLifecycle {

	private final List<RevocationSourceLoop> sources;

	private final RevocationListClient revocationListClient;

	private final RevocationFreshness freshness;

	private volatile boolean running;

	RevocationListeners(List<RevocationSource> wires, RevocationListClient revocationListClient,
			RevocationFreshness freshness) {
		this.revocationListClient = revocationListClient;
		this.freshness = freshness;
		this.sources = wires.stream().map(this::source).toList();
	}

	@Override
	public void start() {
		this.running = true;
		this.revocationListClient.start();
		this.sources.forEach(RevocationSourceLoop::start);
	}

	@Override
	public void stop() {
		this.running = false;
		this.sources.forEach(RevocationSourceLoop::stop);
		this.revocationListClient.stop();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Starts before the web server accepts requests. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
	}

	/** A source is open, and revocations from before are loaded. */
	public void opened(String source) {
		this.freshness.opened(source);
		this.revocationListClient.requestLoad();
	}

	public void closed(String source) {
		this.freshness.closed(source);
	}

	List<RevocationSourceLoop> sources() {
		return this.sources;
	}

	private RevocationSourceLoop source(RevocationSource source) {
		return new RevocationSourceLoop(source, () -> opened(source.name()), () -> closed(source.name()));
	}

}
