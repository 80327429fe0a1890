package org.parley.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.parley.bench.load.LoadGenerator;
import org.parley.bench.load.Scenario;

/**
 * Measures scenarios in alternating rounds, so that other activity of the machine affects
 * all of them equally.
 *
 * @param wrk the load generator
 * @param servers the measured servers
 * @param connections open connections of the load generator
 * @param time duration of a round
 */
record Measurement(LoadGenerator wrk, ServerProcesses servers, int connections, Duration time) {

	Map<Scenario, List<BenchRound>> run(List<Scenario> scenarios, int rounds, Duration warmUp) {
		var measured = new LinkedHashMap<Scenario, List<BenchRound>>();
		scenarios.forEach((scenario) -> {
			if (warmUp.isPositive()) {
				this.wrk.run(scenario, this.connections, warmUp);
			}
			measured.put(scenario, new ArrayList<>());
		});
		for (int round = 0; round < rounds; round++) {
			measured.forEach((scenario, seen) -> seen.add(round(scenario)));
		}
		return measured;
	}

	private BenchRound round(Scenario scenario) {
		var before = this.servers.usage();
		var load = this.wrk.run(scenario, this.connections, this.time);
		return new BenchRound(load, this.servers.usageSince(before));
	}

}
