package org.parley.launcher.bench;

import java.util.Map;

import org.parley.launcher.bench.load.Load;

/**
 * One measured interval of one scenario.
 *
 * @param load what the load generator counted
 * @param used what each server used meanwhile, by its name
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
