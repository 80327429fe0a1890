package org.parley.gateway.revocation;

import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears of revocations on every way there is, while the gateway runs. One alone is
 * enough.
 */
@Component
class Listening implements SmartLifecycle {

	private final List<Source> sources;

	private final Loading loading;

	private final RevocationFreshness freshness;

	private volatile boolean running;

	Listening(List<Wire> wires, Loading loading, RevocationFreshness freshness, MeterRegistry meters) {
		this.loading = loading;
		this.freshness = freshness;
		this.sources = wires.stream().map(this::source).toList();
		measure(meters);
	}

	@Override
	public void start() {
		this.running = true;
		this.loading.start();
		this.sources.forEach(Source::start);
	}

	@Override
	public void stop() {
		this.running = false;
		this.sources.forEach(Source::stop);
		this.loading.stop();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the first request is taken. */
	@Override
	public int getPhase() {
		return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
	}

	/** What came before it was open has to be asked for. */
	private Source source(Wire wire) {
		return new Source(wire, () -> {
			this.freshness.opened(wire.name());
			this.loading.wish();
		}, () -> this.freshness.closed(wire.name()));
	}

	private void measure(MeterRegistry meters) {
		Gauge.builder("parley.gateway.revocations.loaded", this.loading, (it) -> it.loadedAt().getEpochSecond())
			.description("when they were last loaded from auth-service, in seconds since 1970")
			.register(meters);
		this.sources
			.forEach((source) -> Gauge.builder("parley.gateway.revocations.open", source, (it) -> it.isOpen() ? 1 : 0)
				.description("whether revocations come this way")
				.tag("source", source.name())
				.register(meters));
	}

}
