package org.parley.bench.growth;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.statistics.descriptive.Median;
import org.parley.bench.load.LoadGenerator;
import org.parley.bench.load.Scenario;
import org.parley.bench.report.ResultTable;
import org.parley.launcher.checkout.Checkout;

/**
 * Stops Parley, starts it again with default options, and measures the time until it is
 * ready and until guests' reads reach 90 % of their full speed.
 *
 * @param checkout the checkout that is restarted
 * @param gateway the gateway's address
 * @param connections open connections
 */
public record StartBench(Checkout checkout, URI gateway, int connections) {

	private static final double NANOS_PER_SECOND = 1_000_000_000;

	private static final Duration ROUND = Duration.ofSeconds(2);

	private static final Duration OBSERVED = Duration.ofMinutes(2);

	/** Full speed is the median of the last rounds. */
	private static final int LAST = 10;

	private static final double SHARE = 0.9;

	public List<ResultTable> measure(LoadGenerator wrk, Scenario scenario) {
		var script = new ParleyScript(this.checkout.root());
		script.run("down");
		var start = System.nanoTime();
		script.run("up", "--no-build", "--empty", "--port", String.valueOf(this.gateway.getPort()));
		var ready = seconds(start);
		var ends = new ArrayList<Double>();
		var speeds = new ArrayList<Double>();
		for (var past = Duration.ZERO; past.compareTo(OBSERVED) < 0; past = past.plus(ROUND)) {
			speeds.add(wrk.run(scenario, this.connections, ROUND).perSecond());
			ends.add(seconds(start));
		}
		return List.of(table(ready, ends, speeds));
	}

	/**
	 * Returns the result.
	 * @param ready seconds until ready
	 * @param ends seconds until the end of each round
	 * @param speeds requests per second of each round
	 */
	static ResultTable table(double ready, List<Double> ends, List<Double> speeds) {
		var last = speeds.subList(Math.max(0, speeds.size() - LAST), speeds.size());
		var full = Median.withDefaults().evaluate(last.stream().mapToDouble(Double::doubleValue).toArray());
		var reached = 0;
		while (speeds.get(reached) < SHARE * full) {
			reached++;
		}
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		rows.put("seconds until ready", Map.of("figure", ready));
		rows.put("seconds until 90 % of full speed", Map.of("figure", ends.get(reached)));
		rows.put("requests/s in the first round", Map.of("figure", speeds.getFirst()));
		rows.put("requests/s at full speed", Map.of("figure", full));
		return new ResultTable("start", rows);
	}

	private static double seconds(long start) {
		return (System.nanoTime() - start) / NANOS_PER_SECOND;
	}

}
