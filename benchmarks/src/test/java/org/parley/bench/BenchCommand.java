package org.parley.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.bench.event.EventBench;
import org.parley.bench.load.GuestReadScenarios;
import org.parley.bench.load.LoadGenerator;
import org.parley.bench.load.LoadGeneratorBinary;
import org.parley.bench.load.Scenario;
import org.parley.launcher.Parley;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LauncherException;
import org.parley.launcher.checkout.Status;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.seed.SeedForum;
import org.parley.bench.timing.ColdReadTiming;
import org.parley.bench.timing.LongThreadTiming;
import org.parley.bench.timing.ReplyTiming;
import org.parley.bench.timing.SearchVisibilityTiming;
import org.parley.bench.timing.TimedWork;
import org.parley.bench.timing.TokenTiming;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Runs benchmarks against the Parley of this checkout. */
@Command(name = "bench",
		description = "Run a benchmark against a running Parley and print throughput, latency and resource usage.")
public final class BenchCommand implements Callable<Integer> {

	@Parameters(paramLabel = "scenario", defaultValue = "guest",
			description = "guest: reads of the thread list and of threads' first 20 posts without an account; "
					+ "events: latency from the publisher's to the consumer's transaction, and throughput of the relay; "
					+ "replies: replies to one thread and to many; search: time from a write until another user finds it; "
					+ "cold: pages that are not cached; thread: pages of a generated thread with 100,000 posts; "
					+ "tokens: OAuth requests of apps")
	private Benchmark benchmark = Benchmark.guest;

	@Option(names = "--seconds", paramLabel = "N", defaultValue = "10", description = "duration of each round")
	private int seconds;

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "rounds per scenario")
	private int rounds;

	@Option(names = "--connections", paramLabel = "N", defaultValue = "64", description = "open connections")
	private int connections;

	@Option(names = "--warm-up", paramLabel = "N",
			description = "warm-up seconds; default: 20, for events 100, because a new process is started")
	private @Nullable Integer warmUp;

	@Option(names = "--json", description = "print JSON instead of a table")
	private boolean json;

	private final Checkout checkout = Checkout.here();

	@Option(names = "--rate", paramLabel = "N", defaultValue = "200", description = "events: events per second")
	private int rate;

	@Option(names = "--pile", paramLabel = "N", defaultValue = "5000",
			description = "events: number of events published while the broker is down")
	private int pile;

	/** Number of posts of the long thread. */
	private static final int LONG_THREAD_POSTS = 100_000;

	private enum Benchmark {

		guest, events, replies, search, cold, thread, tokens

	}

	static void main(String[] args) {
		System.exit(Parley.execute(new BenchCommand(), args));
	}

	@Override
	public Integer call() throws InterruptedException {
		var status = Status.of(this.checkout);
		if (!status.ready()) {
			throw new LauncherException("Parley is not ready. Start it with ./parley up.");
		}
		return switch (this.benchmark) {
			case guest -> guest(status);
			case events -> events(status);
			case replies -> timed(status, ReplyTiming::new);
			case search -> timed(status, SearchVisibilityTiming::new);
			case cold -> timed(status, ColdReadTiming::new);
			case thread -> longThread(status);
			case tokens -> timed(status, TokenTiming::new);
		};
	}

	private int timed(Status status, Function<GatewayClient, TimedWork> subject) {
		try (var gatewayClient = new GatewayClient(URI.create(status.gateway()))) {
			var report = new TimingReport(subject.apply(gatewayClient).measure(), Map.of());
			print(report, report.json());
			return 0;
		}
	}

	private int longThread(Status status) {
		try (var gatewayClient = new GatewayClient(URI.create(status.gateway()))) {
			var timings = new LongThreadTiming(gatewayClient,
					SeedForum.longThread(LONG_THREAD_POSTS, this.checkout, gatewayClient), LONG_THREAD_POSTS)
				.measure();
			var report = new TimingReport(timings, LongThreadTiming.ratio(timings));
			print(report, report.json());
			return 0;
		}
	}

	private int events(Status status) throws InterruptedException {
		var report = new EventBench(this.checkout, servers(status), this.rate, Duration.ofSeconds(this.seconds),
				this.pile)
			.run(warmUp(100));
		print(report, report.json());
		return 0;
	}

	private int guest(Status status) {
		var report = measure(status);
		print(report, report.json());
		if (report.errors() > 0) {
			System.err.printf("%d requests failed, so the figures are not valid.%n", report.errors());
			return 1;
		}
		return 0;
	}

	private BenchReport measure(Status status) {
		var address = URI.create(status.gateway());
		try (var gatewayClient = new GatewayClient(address);
				var wrk = new LoadGenerator(LoadGeneratorBinary.wrk(this.checkout.root()), address)) {
			var scenarios = GuestReadScenarios.of(gatewayClient).orElseGet(() -> seedScenarios(gatewayClient));
			var measurement = new Measurement(wrk, ProcessUsageReader.ofThisMachine(), servers(status),
					this.connections, Duration.ofSeconds(this.seconds));
			return new BenchReport(measurement.run(scenarios, this.rounds, warmUp(20)));
		}
	}

	private void print(Object report, Map<String, Object> asJson) {
		System.out.println(this.json ? JsonMapper.shared().writeValueAsString(asJson) : report);
	}

	private Duration warmUp(int usual) {
		return Duration.ofSeconds(Objects.requireNonNullElse(this.warmUp, usual));
	}

	private List<Scenario> seedScenarios(GatewayClient gatewayClient) {
		System.err.println("There are too few threads. Seeding 2,000 threads with 20 posts each.");
		SeedForum.seedDefault(this.checkout, gatewayClient);
		return GuestReadScenarios.of(gatewayClient)
			.orElseThrow(() -> new LauncherException("The seeded threads are missing from the thread list"));
	}

	private static List<ServerProcess> servers(Status status) {
		var parts = status.processes().stream().map((part) -> new ServerProcess(part.name(), part.pid()));
		var servers = status.infrastructure().stream().map((server) -> new ServerProcess(server.name(), server.pid()));
		return Stream.concat(parts, servers).filter((server) -> server.pid() > 0).toList();
	}

}
