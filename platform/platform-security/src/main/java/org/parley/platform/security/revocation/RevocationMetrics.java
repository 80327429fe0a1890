package org.parley.platform.security.revocation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * How much a service knows of revocations, as {@code parley.<service>.revocations.*}.
 *
 * @param service the service's name
 */
record RevocationMetrics(Revocations revocations, RevocationFreshness freshness, RevocationListClient list,
		RevocationListeners listeners, String service) implements MeterBinder {

	@Override
	public void bindTo(MeterRegistry meters) {
		Gauge.builder(name("known"), this.revocations, Revocations::size)
			.description("revocations of unexpired tokens")
			.register(meters);
		Gauge.builder(name("behind"), this.freshness, (it) -> it.behind().toMillis() / 1000.0)
			.description("maximum age of unknown revocations")
			.baseUnit("seconds")
			.register(meters);
		Gauge.builder(name("loaded"), this.list, (it) -> it.loadedAt().getEpochSecond())
			.description("time of the last load from auth-service, in seconds since 1970")
			.register(meters);
		for (var source : this.listeners.sources()) {
			Gauge.builder(name("open"), source, (it) -> it.isOpen() ? 1 : 0)
				.description("whether the source of revocations is open")
				.tag("source", source.name())
				.register(meters);
		}
	}

	private String name(String metric) {
		return "parley." + this.service.replace("-service", "") + ".revocations." + metric;
	}

}
