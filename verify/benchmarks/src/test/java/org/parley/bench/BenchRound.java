package org.parley.bench;

import java.util.Map;

import org.parley.bench.load.Load;

/**
 * A measured round of a scenario.
 *
 * @param load the load generator's counts
 * @param used resource usage by server name
 */
record BenchRound(Load load, Map<String, Usage> used) {

	BenchRound {
		used = Map.copyOf(used);
	}

	double cpuMillisEach() {
		return this.used.keySet().stream().mapToDouble(this::cpuMillisEach).sum();
	}

	double cpuMillisEach(String server) {
		return (double) this.used.getOrDefault(server, Usage.NONE).cpuMillis() / Math.max(1, this.load.requests());
	}

}
