package org.parley.bench.growth;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.parley.bench.ServerProcesses;
import org.parley.bench.load.LoadGenerator;
import org.parley.bench.load.LoadGeneratorBinary;
import org.parley.bench.load.LoadSample;
import org.parley.bench.load.ReadScenarios;
import org.parley.bench.load.Scenario;
import org.parley.bench.report.ResultTable;
import org.parley.bench.system.WriteBench;
import org.parley.bench.timing.LongThreadTiming;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.stack.Status;
import org.parley.seed.SeedForum;

/**
 * Measures how costs grow: with more connections, with threads ten and a hundred times as
 * long, and with two instances of forum-service instead of one, for which Parley is
 * restarted. {@link org.parley.bench.system.SocialBench} measures growing numbers of
 * followers.
 *
 * @param checkout the checkout whose Parley is measured
 * @param gateway the client of the gateway
 * @param time duration of each measurement of reads
 * @param posts posts of the longest thread; the others have a tenth and a hundredth
 */
public record GrowthBench(Checkout checkout, GatewayClient gateway, Duration time, int posts) {

	private static final int[] CONNECTIONS = { 16, 64, 256, 1_024 };

	private static final int READERS = 64;

	/** People who reply, and how many of them at a time. */
	private static final int WRITERS = 16;

	private static final String FORUM = "forum-service";

	public List<ResultTable> measure() {
		var list = ReadScenarios.ofList();
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		for (var connections : CONNECTIONS) {
			rows.put("%,d connections".formatted(connections), sample(list, connections).row());
		}
		return List.of(new ResultTable("thread list of the service", rows), threads(), instances(list));
	}

	private LoadSample sample(Scenario scenario, int connections) {
		var servers = ServerProcesses.of(Status.of(this.checkout));
		try (var wrk = new LoadGenerator(LoadGeneratorBinary.wrk(this.checkout.root()), this.gateway.address())) {
			wrk.run(scenario, connections, this.time);
			return LoadSample.take(wrk, servers, scenario, connections, this.time);
		}
	}

	private ResultTable threads() {
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		for (var posts : List.of(this.posts / 100, this.posts / 10, this.posts)) {
			var thread = SeedForum.longThread(posts, this.checkout, this.gateway);
			var row = new LinkedHashMap<String, Double>();
			new LongThreadTiming(this.gateway, thread, posts).measure()
				.forEach((timings) -> row.put(timings.name() + ", p50 ms", timings.millis(50)));
			rows.put("%,d posts".formatted(posts), row);
		}
		return new ResultTable("thread", rows);
	}

	private ResultTable instances(Scenario list) {
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		var script = new ParleyScript(this.checkout.root());
		var port = String.valueOf(this.gateway.address().getPort());
		restart(script, "up", "--no-build", "--port", port);
		addRows(rows, "1 instance", list);
		restart(script, "up", "--no-build", "--port", port, "--twice", FORUM);
		addRows(rows, "2 instances", list);
		restart(script, "up", "--no-build", "--port", port);
		return new ResultTable(FORUM, rows);
	}

	private static void restart(ParleyScript script, String... start) {
		script.run("down");
		script.run(start);
	}

	private void addRows(Map<String, Map<String, Double>> rows, String name, Scenario list) {
		rows.put(name + ", thread list of the service", sample(list, READERS).row());
		var servers = ServerProcesses.of(Status.of(this.checkout));
		var writes = new WriteBench(this.checkout, this.gateway, servers, WRITERS, WRITERS, null);
		writes.sample();
		rows.put(name + ", replies until drained", writes.sample().row());
	}

}
