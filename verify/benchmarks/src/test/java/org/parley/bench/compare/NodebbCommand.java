package org.parley.bench.compare;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.parley.bench.ServerProcess;
import org.parley.bench.ServerProcesses;
import org.parley.bench.Usage;
import org.parley.bench.load.LoadGenerator;
import org.parley.bench.load.LoadGeneratorBinary;
import org.parley.bench.load.LoadSample;
import org.parley.bench.load.ReadScenarios;
import org.parley.bench.load.Scenario;
import org.parley.bench.report.ReportOutput;
import org.parley.bench.system.WriteBench;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.process.LauncherException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures NodeBB and the Parley of this checkout in alternating rounds. */
@Command(name = "nodebb", description = "Measure a running NodeBB (a) and the Parley of this checkout (b) in "
		+ "alternating rounds of lists, thread pages, searches and replies, each with what follows from it.")
public final class NodebbCommand implements Callable<Integer> {

	@Option(names = "--address", paramLabel = "URL", defaultValue = "http://127.0.0.1:4567",
			description = "the address of NodeBB, by default ${DEFAULT-VALUE}")
	private URI address = URI.create("");

	@Option(names = "--token", paramLabel = "TOKEN", required = true,
			description = "a master token of NodeBB's write API; verify/benchmarks/nodebb/nodebb.sh prints it")
	private String token = "";

	@Option(names = "--pids", paramLabel = "PID", split = ",", required = true,
			description = "the processes of NodeBB and its database")
	private List<Long> pids = List.of();

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "5",
			description = "rounds of each scenario and system; below 5, no difference is significant")
	private int rounds;

	@Option(names = "--seconds", paramLabel = "N", defaultValue = "4", description = "duration of a round of reads")
	private int seconds;

	@Option(names = "--connections", paramLabel = "N", defaultValue = "16", description = "open connections")
	private int connections;

	@Option(names = "--people", paramLabel = "N", defaultValue = "40",
			description = "people of a round of replies, each of whom writes 24")
	private int people;

	@Mixin
	private ReportOutput output = new ReportOutput();

	@Override
	public Integer call() {
		var checkout = Checkout.here();
		var nodebb = NodebbForum.of(this.address, this.token);
		try (var parley = MeasuredBuild.open("parley", checkout, this.connections, this.people, time(), Duration.ZERO);
				var wrk = new LoadGenerator(LoadGeneratorBinary.wrk(checkout.root()), this.address)) {
			var ours = parley.scenarios(reads(parley.gateway()));
			var pairs = new LinkedHashMap<String, BuildComparison.Pair>();
			nodebb.reads()
				.forEach((read) -> pairs.put(read.name(), pair(
						() -> LoadSample.take(wrk, servers(), read, this.connections, time()), ours, read.name())));
			pairs.put("reply", pair(() -> replies(nodebb), ours, "reply"));
			var report = new BuildComparison(pairs).run(this.rounds);
			this.output.print(report, report.json());
			return 0;
		}
	}

	private static Stream<Scenario> reads(GatewayClient gateway) {
		var guests = ReadScenarios.ofGuests(gateway)
			.orElseThrow(() -> new LauncherException("Run ./parley seed first."));
		return Stream.concat(guests.stream(), Stream.of(ReadScenarios.ofSearches(gateway)));
	}

	private static BuildComparison.Pair pair(Supplier<LoadSample> theirs, Map<String, Supplier<LoadSample>> ours,
			String name) {
		return new BuildComparison.Pair(theirs, Objects.requireNonNull(ours.get(name), name));
	}

	/** As many replies as a round of Parley has. */
	private LoadSample replies(NodebbForum nodebb) {
		var before = servers().usage();
		var timings = nodebb.reply(this.connections, this.people * WriteBench.WRITES);
		var used = Usage.sum(servers().usageSince(before));
		return new LoadSample(timings.perSecond(), timings.millis(50), timings.millis(95),
				(double) used.cpuMillis() / timings.each().size(), 0);
	}

	private Duration time() {
		return Duration.ofSeconds(this.seconds);
	}

	private ServerProcesses servers() {
		return new ServerProcesses(this.pids.stream().map((pid) -> new ServerProcess("nodebb-" + pid, pid)).toList());
	}

}
