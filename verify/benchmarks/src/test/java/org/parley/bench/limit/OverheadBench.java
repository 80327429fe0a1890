package org.parley.bench.limit;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.parley.bench.ServerProcesses;
import org.parley.bench.load.LoadGenerator;
import org.parley.bench.load.LoadGeneratorBinary;
import org.parley.bench.load.LoadSample;
import org.parley.bench.load.Scenario;
import org.parley.bench.report.ResultTable;
import org.parley.launcher.checkout.Checkout;

/**
 * Measures what the gateway adds to an answer of a service: the same requests to the
 * gateway and directly to the service, in alternating rounds.
 *
 * @param checkout the checkout whose Parley is measured
 * @param servers the measured processes
 * @param gateway the gateway's address
 * @param service the service's address
 * @param connections open connections
 * @param time duration of a round
 */
public record OverheadBench(Checkout checkout, ServerProcesses servers, URI gateway, URI service, int connections,
		Duration time) {

	private static final int ROUNDS = 5;

	public List<ResultTable> measure(Scenario scenario) {
		var binary = LoadGeneratorBinary.wrk(this.checkout.root());
		try (var through = new LoadGenerator(binary, this.gateway);
				var past = new LoadGenerator(binary, this.service)) {
			through.run(scenario, this.connections, this.time);
			past.run(scenario, this.connections, this.time);
			var withGateway = new ArrayList<LoadSample>();
			var without = new ArrayList<LoadSample>();
			for (var round = 0; round < ROUNDS; round++) {
				withGateway.add(sample(through, scenario));
				without.add(sample(past, scenario));
			}
			return List.of(table(LoadSample.median(withGateway), LoadSample.median(without)));
		}
	}

	private LoadSample sample(LoadGenerator wrk, Scenario scenario) {
		return LoadSample.take(wrk, this.servers, scenario, this.connections, this.time);
	}

	static ResultTable table(LoadSample withGateway, LoadSample without) {
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		rows.put("through the gateway", withGateway.row());
		rows.put("directly", without.row());
		var added = new LinkedHashMap<String, Double>();
		added.put("p50 ms", withGateway.p50() - without.p50());
		added.put("p95 ms", withGateway.p95() - without.p95());
		added.put("CPU ms each", withGateway.cpuMillis() - without.cpuMillis());
		rows.put("added by the gateway", added);
		return new ResultTable("thread list of a service", rows);
	}

}
