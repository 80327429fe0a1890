package org.parley.bench.compare;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.parley.bench.ServerProcesses;
import org.parley.bench.load.LoadGenerator;
import org.parley.bench.load.LoadGeneratorBinary;
import org.parley.bench.load.LoadSample;
import org.parley.bench.load.ReadScenarios;
import org.parley.bench.load.Scenario;
import org.parley.bench.system.WriteBench;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.stack.Status;

/**
 * The running Parley of a checkout.
 *
 * @param gateway the client of its gateway
 * @param wrk the load generator
 * @param servers its processes
 * @param writes measures its replies
 * @param time duration of a round
 * @param warmUp duration of the warm-up of a scenario
 */
record MeasuredBuild(GatewayClient gateway, LoadGenerator wrk, ServerProcesses servers, WriteBench writes,
		Duration time, Duration warmUp) implements AutoCloseable {

	/** So few that a round of their replies takes seconds. */
	private static final int PEOPLE = 16;

	/**
	 * Opens a build.
	 * @throws LauncherException if its Parley is not ready
	 */
	static MeasuredBuild open(String name, Checkout checkout, int connections, Duration time, Duration warmUp) {
		return open(name, checkout, connections, PEOPLE, time, warmUp);
	}

	/** Opens a build in whose rounds of replies so many people write. */
	static MeasuredBuild open(String name, Checkout checkout, int connections, int people, Duration time,
			Duration warmUp) {
		var status = Status.of(checkout);
		if (!status.ready()) {
			throw new LauncherException(
					"The Parley of --%s is not ready. Start both, each with its own --port.".formatted(name));
		}
		var gateway = new GatewayClient(URI.create(status.gateway()));
		var servers = ServerProcesses.of(status);
		return new MeasuredBuild(gateway,
				new LoadGenerator(LoadGeneratorBinary.wrk(checkout.root()), gateway.address()), servers,
				new WriteBench(checkout, gateway, servers, people, connections, null), time, warmUp);
	}

	/** Warms up all scenarios and returns them, by name. */
	Map<String, Supplier<LoadSample>> scenarios() {
		var guests = ReadScenarios.ofGuests(this.gateway)
			.orElseThrow(() -> new LauncherException("Run ./parley seed in both checkouts first."));
		var all = scenarios(ReadScenarios.ofServices(guests, this.gateway).stream());
		this.writes.sample();
		return all;
	}

	/** Warms up some reads and returns them and replies, by name. */
	Map<String, Supplier<LoadSample>> scenarios(Stream<Scenario> reads) {
		var connections = this.writes.clients();
		var all = new LinkedHashMap<String, Supplier<LoadSample>>();
		reads.forEach((scenario) -> {
			if (this.warmUp.isPositive()) {
				this.wrk.run(scenario, connections, this.warmUp);
			}
			all.put(scenario.name(), () -> LoadSample.take(this.wrk, this.servers, scenario, connections, this.time));
		});
		all.put("reply", this.writes::sample);
		return all;
	}

	@Override
	public void close() {
		this.wrk.close();
		this.gateway.close();
	}

}
