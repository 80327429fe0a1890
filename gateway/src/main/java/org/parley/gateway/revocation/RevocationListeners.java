package org.parley.gateway.revocation;

import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Receives revocations from all sources while the gateway runs. A single source is
 * sufficient.
 */
@Component
class RevocationListeners implements SmartLifecycle {

	private final List<RevocationSourceLoop> sources;

	private final RevocationListClient revocationListClient;

	private final RevocationFreshness freshness;

	private volatile boolean running;

	RevocationListeners(List<RevocationSource> wires, RevocationListClient revocationListClient,
			RevocationFreshness freshness, MeterRegistry meters) {
		this.revocationListClient = revocationListClient;
		this.freshness = freshness;
		this.sources = wires.stream().map(this::source).toList();
		measure(meters);
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

	/** Loads revocations from before the source was open. */
	private RevocationSourceLoop source(RevocationSource revocationSource) {
		return new RevocationSourceLoop(revocationSource, () -> {
			this.freshness.opened(revocationSource.name());
			this.revocationListClient.requestLoad();
		}, () -> this.freshness.closed(revocationSource.name()));
	}

	private void measure(MeterRegistry meters) {
		Gauge
			.builder("parley.gateway.revocations.loaded", this.revocationListClient,
					(it) -> it.loadedAt().getEpochSecond())
			.description("time of the last load from auth-service, in seconds since 1970")
			.register(meters);
		this.sources
			.forEach((source) -> Gauge.builder("parley.gateway.revocations.open", source, (it) -> it.isOpen() ? 1 : 0)
				.description("whether the source of revocations is open")
				.tag("source", source.name())
				.register(meters));
	}

}
