package org.parley.bench.limit;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.parley.bench.ServerProcesses;
import org.parley.bench.Usage;
import org.parley.bench.load.LoadGenerator;
import org.parley.bench.load.LoadGeneratorBinary;
import org.parley.bench.load.LoadSample;
import org.parley.bench.load.Scenario;
import org.parley.bench.report.ResultTable;
import org.parley.bench.timing.Stopwatch;
import org.parley.launcher.checkout.Checkout;

/**
 * Measures what the parts can do alone, on the same machine in the same run: an answer of
 * Netty as large as a thread list, through the same load generator; a transaction of
 * MongoDB with two inserts; a message that RabbitMQ confirms.
 *
 * @param checkout the checkout whose servers are measured
 * @param servers the measured processes
 * @param readers connections of reads
 * @param writers concurrent writes
 * @param time duration of the measurement of reads
 */
public record LimitBench(Checkout checkout, ServerProcesses servers, int readers, int writers, Duration time) {

	static final String ANSWER = "bare answer of Netty";

	static final String TRANSACTION = "bare transaction of MongoDB, two inserts";

	static final String CONFIRM = "bare message of RabbitMQ, confirmed";

	static final String COST = "CPU ms each";

	/** The size of a thread list. */
	private static final int BYTES = 15_900;

	private static final int EACH = 250;

	private static final int WARM_UP = 100;

	public List<ResultTable> measure() {
		var rows = new LinkedHashMap<String, Map<String, Double>>();
		rows.put(ANSWER, answers());
		try (var transactions = new BareTransactions(this.checkout)) {
			rows.put(TRANSACTION, writes("mongo", transactions::commit));
		}
		try (var confirms = new BareConfirms(this.checkout, this.writers)) {
			rows.put(CONFIRM, writes("rabbit", confirms::publish));
		}
		return List.of(new ResultTable("limit", rows));
	}

	private Map<String, Double> answers() {
		try (var server = BareServer.start(this.checkout, BYTES);
				var wrk = new LoadGenerator(LoadGeneratorBinary.wrk(this.checkout.root()), server.address())) {
			var process = new ServerProcesses(List.of(server.server()));
			var scenario = new Scenario(ANSWER, List.of("/api/v1/threads"));
			wrk.run(scenario, this.readers, this.time);
			return LoadSample.take(wrk, process, scenario, this.readers, this.time).row();
		}
	}

	/** The processor time is that of one server, without its client. */
	private Map<String, Double> writes(String server, Runnable write) {
		concurrently(WARM_UP, write);
		var measured = new ServerProcesses(
				this.servers.processes().stream().filter((process) -> process.name().equals(server)).toList());
		var before = measured.usage();
		var timings = Stopwatch.runConcurrently(server, concurrent(EACH, write));
		var row = timings.row();
		row.put(COST, (double) Usage.sum(measured.usageSince(before)).cpuMillis() / timings.each().size());
		return row;
	}

	private void concurrently(int each, Runnable write) {
		Stopwatch.runConcurrently("warming up", concurrent(each, write));
	}

	private List<List<Runnable>> concurrent(int each, Runnable write) {
		return Stream.generate(() -> Collections.nCopies(each, write)).limit(this.writers).toList();
	}

}
