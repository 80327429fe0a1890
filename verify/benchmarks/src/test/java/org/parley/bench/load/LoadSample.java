package org.parley.bench.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.apache.commons.statistics.descriptive.Median;
import org.parley.bench.ServerProcesses;
import org.parley.bench.Usage;

/**
 * The figures of one round of a scenario.
 *
 * @param perSecond answered requests per second
 * @param p50 median latency in milliseconds
 * @param p95 latency in milliseconds
 * @param cpuMillis processor time of all measured processes per request
 * @param errors number of failed requests
 */
public record LoadSample(double perSecond, double p50, double p95, double cpuMillis, long errors) {

	private static final double MICROS_PER_MILLI = 1_000;

	/** Runs a round. */
	public static LoadSample take(LoadGenerator wrk, ServerProcesses servers, Scenario scenario, int connections,
			Duration time) {
		var before = servers.usage();
		var load = wrk.run(scenario, connections, time);
		return of(load, Usage.sum(servers.usageSince(before)));
	}

	static LoadSample of(Load load, Usage used) {
		return new LoadSample(load.perSecond(), load.p50() / MICROS_PER_MILLI, load.p95() / MICROS_PER_MILLI,
				(double) used.cpuMillis() / Math.max(1, load.requests()), load.errors());
	}

	/** Returns the median of each figure, and all errors. */
	public static LoadSample median(List<LoadSample> samples) {
		return new LoadSample(median(samples, LoadSample::perSecond), median(samples, LoadSample::p50),
				median(samples, LoadSample::p95), median(samples, LoadSample::cpuMillis),
				samples.stream().mapToLong(LoadSample::errors).sum());
	}

	private static double median(List<LoadSample> samples, ToDoubleFunction<LoadSample> figure) {
		return Median.withDefaults().evaluate(samples.stream().mapToDouble(figure).toArray());
	}

	/** Returns the figures as the row of a table. */
	public Map<String, Double> row() {
		var row = new LinkedHashMap<String, Double>();
		row.put("requests/s", this.perSecond);
		row.put("p50 ms", this.p50);
		row.put("p95 ms", this.p95);
		row.put("CPU ms each", this.cpuMillis);
		row.put("errors", (double) this.errors);
		return row;
	}

}
