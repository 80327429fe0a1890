package org.parley.bench.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.parley.bench.load.Scenario;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayRequest;

/**
 * Times reads of guests at a steady rate, whether or not earlier ones have ended. The
 * latency counts from the moment at which a read was due.
 *
 * @param gateway the client of the gateway
 * @param scenarios what is read
 * @param perSecond reads a second
 * @param time duration of the measurement of each scenario
 */
public record SteadyReads(GatewayClient gateway, List<Scenario> scenarios, int perSecond,
		Duration time) implements TimedWork {

	/** Below the limit of anonymous requests per minute. */
	private static final int READS_PER_ADDRESS = 90;

	@Override
	public List<Timings> measure() {
		this.scenarios.forEach(this::measure);
		return this.scenarios.stream().map(this::measure).toList();
	}

	private Timings measure(Scenario scenario) {
		return Stopwatch.runAtRate("%s, %d a second".formatted(scenario.name(), this.perSecond), reads(scenario),
				this.perSecond);
	}

	private List<Runnable> reads(Scenario scenario) {
		var headers = new ArrayList<Map<String, String>>();
		var count = Math.toIntExact(this.time.toSeconds() * this.perSecond);
		for (var place = 0; place < count; place++) {
			headers.add((place % READS_PER_ADDRESS == 0) ? headers(scenario) : headers.getLast());
		}
		var paths = scenario.paths();
		return IntStream.range(0, count)
			.<Runnable>mapToObj((place) -> () -> this.gateway
				.exchange(new GatewayRequest("GET", paths.get(place % paths.size()), headers.get(place), null))
				.is(200))
			.toList();
	}

	private Map<String, String> headers(Scenario scenario) {
		var headers = new LinkedHashMap<>(this.gateway.guest().headers());
		scenario.headers().forEach((line) -> {
			var colon = line.indexOf(':');
			headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
		});
		return headers;
	}

}
