package org.parley.forum.cache;

import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Counts where responses come from. A request that is neither a hit nor a load waited for
 * the load of another request.
 */
final class CacheMetrics {

	private final Counter local;

	private final Counter shared;

	private final Timer loads;

	CacheMetrics(MeterRegistry meters) {
		this.local = hits(meters, "local");
		this.shared = hits(meters, "shared");
		this.loads = Timer.builder("parley.cache.loads")
			.description("Responses that were neither in this process nor in Redis")
			.register(meters);
	}

	void localHit() {
		this.local.increment();
	}

	void sharedHit() {
		this.shared.increment();
	}

	<T> T recordLoad(Supplier<T> load) {
		return this.loads.record(load);
	}

	private static Counter hits(MeterRegistry meters, String level) {
		return Counter.builder("parley.cache.hits")
			.description("Responses that were cached")
			.tag("level", level)
			.register(meters);
	}

}
