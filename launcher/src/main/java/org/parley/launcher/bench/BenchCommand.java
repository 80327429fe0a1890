package org.parley.launcher.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.bench.event.EventBench;
import org.parley.launcher.bench.load.GuestReadScenarios;
import org.parley.launcher.bench.load.LoadGenerator;
import org.parley.launcher.bench.load.LoadGeneratorBinary;
import org.parley.launcher.bench.load.Scenario;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LauncherException;
import org.parley.launcher.checkout.Status;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.seed.SeedForum;
import org.parley.launcher.timing.ColdReadTiming;
import org.parley.launcher.timing.LongThreadTiming;
import org.parley.launcher.timing.ReplyTiming;
import org.parley.launcher.timing.SearchVisibilityTiming;
import org.parley.launcher.timing.TimedWork;
import org.parley.launcher.timing.TokenTiming;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Measures this checkout's Parley under load. */
@Command(name = "bench", description = "Put load on a running Parley and print what it did and what it cost.")
public final class BenchCommand implements Callable<Integer> {

	@Parameters(paramLabel = "scenario", defaultValue = "guest",
			description = "guest: the thread list and threads' first 20 posts, as visitors without an account read them; "
					+ "events: from a writer's transaction to a listener's, and how fast the relay is; "
					+ "replies: to one thread and to many; search: from a write until somebody else finds it; "
					+ "cold: pages that no cache has; thread: pages of one with 100,000 posts, made for it; "
					+ "tokens: what apps ask of Parley as an OpenID provider")
	private Scene scene = Scene.guest;

	@Option(names = "--seconds", paramLabel = "N", defaultValue = "10", description = "of each round")
	private int seconds;

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "of each path, in turn")
	private int rounds;

	@Option(names = "--connections", paramLabel = "N", defaultValue = "64", description = "kept open")
	private int connections;

	@Option(names = "--warm-up", paramLabel = "N",
			description = "seconds before the first round; 20, for events 100, as those begin with a fresh process")
	private @Nullable Integer warmUp;

	@Option(names = "--json", description = "print JSON instead of a table")
	private boolean json;

	private final Checkout checkout = Checkout.here();

	@Option(names = "--rate", paramLabel = "N", defaultValue = "200", description = "events: how many a second")
	private int rate;

	@Option(names = "--pile", paramLabel = "N", defaultValue = "5000",
			description = "events: how many pile up while the broker is away")
	private int pile;

	/** How many posts a very long thread has. */
	private static final int LENGTH = 100_000;

	private enum Scene {

		guest, events, replies, search, cold, thread, tokens

	}

	@Override
	public Integer call() throws InterruptedException {
		var status = Status.of(this.checkout);
		if (!status.ready()) {
			throw new LauncherException("Parley is not ready. Start it first: ./parley up");
		}
		return switch (this.scene) {
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
					SeedForum.longThread(LENGTH, this.checkout, gatewayClient), LENGTH)
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
			System.err.printf("%d requests had no good answer, so the figures mean nothing.%n", report.errors());
			return 1;
		}
		return 0;
	}

	private BenchReport measure(Status status) {
		var address = URI.create(status.gateway());
		try (var gatewayClient = new GatewayClient(address);
				var wrk = new LoadGenerator(LoadGeneratorBinary.wrk(this.checkout.root()), address)) {
			var scenarios = GuestReadScenarios.of(gatewayClient).orElseGet(() -> seedAndTryAgain(gatewayClient));
			var measurement = new Measurement(wrk, ProcessUsageReader.ofThisMachine(), servers(status),
					this.connections, Duration.ofSeconds(this.seconds));
			return new BenchReport(measurement.of(scenarios, this.rounds, warmUp(20)));
		}
	}

	private void print(Object report, Map<String, Object> asJson) {
		System.out.println(this.json ? JsonMapper.shared().writeValueAsString(asJson) : report);
	}

	private Duration warmUp(int usual) {
		return Duration.ofSeconds(Objects.requireNonNullElse(this.warmUp, usual));
	}

	private List<Scenario> seedAndTryAgain(GatewayClient gatewayClient) {
		System.err.println("There is too little to read. Seeding 2,000 threads of 20 posts first.");
		SeedForum.usual(this.checkout, gatewayClient);
		return GuestReadScenarios.of(gatewayClient)
			.orElseThrow(() -> new LauncherException("The seeded threads are not listed"));
	}

	private static List<ServerProcess> servers(Status status) {
		var parts = status.processes().stream().map((part) -> new ServerProcess(part.name(), part.pid()));
		var servers = status.infrastructure().stream().map((server) -> new ServerProcess(server.name(), server.pid()));
		return Stream.concat(parts, servers).filter((server) -> server.pid() > 0).toList();
	}

}
