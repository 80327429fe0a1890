package org.parley.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

import org.parley.bench.load.LoadGenerator;
import org.parley.bench.load.ReadScenarios;
import org.parley.bench.load.Scenario;
import org.parley.bench.timing.TimingWriters;
import org.parley.launcher.client.GatewayClient;

/**
 * Measures reads of guests, from the gateway's memory and from the service, lists of
 * members, searches, and pages that no cache has.
 *
 * @param gateway the client of the gateway
 * @param servers the measured processes
 * @param rounds number of rounds of each scenario
 * @param time duration of a round
 * @param warmUp duration of the warm-up of each scenario
 */
record ReadBench(GatewayClient gateway, ServerProcesses servers, int rounds, Duration time, Duration warmUp) {

	/** So many that none reaches the limit of requests a minute. */
	private static final int PEOPLE = 600;

	/** Shorter than half of the pages last. */
	private static final Duration COLD_TIME = Duration.ofSeconds(4);

	BenchReport measure(LoadGenerator wrk, List<Scenario> guests, int readers, int searchers) {
		var cold = ReadScenarios.ofColdPages(this.gateway);
		var reads = ReadScenarios.of(guests, TimingWriters.register(this.gateway, PEOPLE));
		var rounds = new LinkedHashMap<>(
				new Measurement(wrk, this.servers, readers, this.time).run(reads, this.rounds, this.warmUp));
		wrk.run(cold.getFirst(), readers, this.warmUp);
		rounds.putAll(
				new Measurement(wrk, this.servers, readers, COLD_TIME).run(List.of(cold.getLast()), 1, Duration.ZERO));
		rounds.putAll(new Measurement(wrk, this.servers, searchers, this.time)
			.run(List.of(ReadScenarios.ofSearches(this.gateway)), this.rounds, this.warmUp));
		return new BenchReport(rounds);
	}

	/** Measures what web pages cost as many guests read them as fast as they can. */
	BenchReport measurePages(LoadGenerator wrk, List<Scenario> guests, int readers) {
		return new BenchReport(new Measurement(wrk, this.servers, readers, this.time).run(ReadScenarios.ofPages(guests),
				this.rounds, this.warmUp));
	}

}
