package org.parley.forum.cache;

import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts where answers come from. What is neither a hit nor a load waited for a load. */
final class CacheMetrics {

	private final Counter local;

	private final Counter shared;

	private final Timer loads;

	CacheMetrics(MeterRegistry meters) {
		this.local = hits(meters, "local");
		this.shared = hits(meters, "shared");
		this.loads = Timer.builder("parley.cache.loads")
			.description("Answers that neither this process nor Redis had")
			.register(meters);
	}

	void localHit() {
		this.local.increment();
	}

	void sharedHit() {
		this.shared.increment();
	}

	<T> T load(Supplier<T> work) {
		return this.loads.record(work);
	}

	private static Counter hits(MeterRegistry meters, String level) {
		return Counter.builder("parley.cache.hits")
			.description("Answers that were ready")
			.tag("level", level)
			.register(meters);
	}

}
