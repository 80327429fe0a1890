package org.parley.bench.event;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.parley.bench.Usage;
import org.parley.bench.report.TextTable;

/**
 * The result of the event benchmark, as a table and as JSON.
 *
 * @param rate events per second
 * @param delays from the time in the envelope, which is before the publisher's commit,
 * until the consumer has applied the event
 * @param used resource usage by server name
 * @param drained the relay's throughput
 */
public record EventReport(int rate, List<Duration> delays, Map<String, Usage> used, Drained drained) {

	public EventReport {
		delays = delays.stream().sorted().toList();
		used = Map.copyOf(used);
	}

	/**
	 * The events sent after the outage.
	 *
	 * @param events number of events
	 * @param took from the first confirmed one to the last
	 */
	record Drained(long events, Duration took) {

		double perSecond() {
			return this.events * 1_000.0 / Math.max(1, this.took.toMillis());
		}

	}

	@Override
	public String toString() {
		var figures = new TextTable().row("events", "%,d at %d/s".formatted(this.delays.size(), this.rate));
		List.of(50, 95, 99, 100)
			.forEach((share) -> figures.row((share == 100) ? "max ms" : "p" + share + " ms",
					String.valueOf(delay(share).toMillis())));
		figures.row("relay events/s", String.format(Locale.ROOT, "%,.0f", this.drained.perSecond()))
			.row("published during the outage", "%,d events".formatted(this.drained.events()));
		var costs = new TextTable().row("CPU ms per event, by server", "");
		this.used.keySet()
			.stream()
			.sorted()
			.forEach((server) -> costs.row(server, String.format(Locale.ROOT, "%.3f", cpuMillisEach(server))));
		return figures + "\n\n" + costs;
	}

	public Map<String, Object> json() {
		var json = new LinkedHashMap<String, Object>();
		json.put("rate", this.rate);
		json.put("events", this.delays.size());
		List.of(50, 95, 99, 100).forEach((share) -> json.put("p" + share + " ms", delay(share).toMillis()));
		json.put("relay events/s", this.drained.perSecond());
		this.used.keySet().stream().sorted().forEach((server) -> json.put(server + " CPU ms", cpuMillisEach(server)));
		return json;
	}

	/** Returns a percentile of the delays. */
	Duration delay(int percentile) {
		return this.delays.isEmpty() ? Duration.ZERO
				: this.delays.get(Math.ceilDiv(this.delays.size() * percentile, 100) - 1);
	}

	private double cpuMillisEach(String server) {
		return (double) this.used.getOrDefault(server, Usage.NONE).cpuMillis() / Math.max(1, this.delays.size());
	}

}
