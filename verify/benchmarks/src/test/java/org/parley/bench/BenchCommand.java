package org.parley.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.parley.bench.capacity.CapacityCommand;
import org.parley.bench.compare.CompareCommand;
import org.parley.bench.compare.NodebbCommand;
import org.parley.bench.event.EventBench;
import org.parley.bench.growth.GrowthBench;
import org.parley.bench.growth.StartBench;
import org.parley.bench.limit.BareServerCommand;
import org.parley.bench.limit.LimitBench;
import org.parley.bench.limit.OverheadBench;
import org.parley.bench.limit.Ratio;
import org.parley.bench.load.LoadGenerator;
import org.parley.bench.load.LoadGeneratorBinary;
import org.parley.bench.load.ReadScenarios;
import org.parley.bench.load.Scenario;
import org.parley.bench.micro.MicroCommand;
import org.parley.bench.report.ReportOutput;
import org.parley.bench.report.ResultTable;
import org.parley.bench.system.ChatBench;
import org.parley.bench.system.DayBench;
import org.parley.bench.system.IdleBench;
import org.parley.bench.system.MediaBench;
import org.parley.bench.system.ModerationBench;
import org.parley.bench.system.RoomBench;
import org.parley.bench.system.SocialBench;
import org.parley.bench.system.SocketBench;
import org.parley.bench.system.WriteBench;
import org.parley.bench.timing.ColdReadTiming;
import org.parley.bench.timing.LongThreadTiming;
import org.parley.bench.timing.PageTiming;
import org.parley.bench.timing.ReplyTiming;
import org.parley.bench.timing.SearchVisibilityTiming;
import org.parley.bench.timing.SteadyReads;
import org.parley.bench.timing.TimedWork;
import org.parley.bench.timing.TokenTiming;
import org.parley.bench.webhook.WebhookBench;
import org.parley.launcher.Parley;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.stack.Status;
import org.parley.seed.SeedForum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs benchmarks against the Parley of this checkout. */
@Command(name = "bench",
		subcommands = { CapacityCommand.class, CompareCommand.class, NodebbCommand.class, MicroCommand.class,
				BareServerCommand.class },
		description = "Run a benchmark against a running Parley and print throughput, latency and resource usage.")
public final class BenchCommand implements Callable<Integer> {

	@Parameters(paramLabel = "scenario", defaultValue = "guest",
			description = "guest: reads of the thread list and of threads' first 20 posts without an account; "
					+ "events: latency from the publisher's to the consumer's transaction, and throughput of the relay; "
					+ "replies: replies to one thread and to many; search: time from a write until another user finds it; "
					+ "cold: pages that are not cached; thread: pages of a generated long thread; "
					+ "tokens: OAuth requests of apps; reads: reads of guests and of members, and searches; "
					+ "pages: pages of the web client for guests and for signed-in readers; "
					+ "drained: replies until nothing that follows is pending; votes: the same with votes; "
					+ "sockets: time from a reply until a thousand sockets have it, and their memory; "
					+ "rooms: what an event costs an instance of realtime-service that has nobody in its room; "
					+ "chat: messages at a rate and without one, to the sockets of a group, and pages of a long "
					+ "conversation; moderation: checks by one, two and four workers with a model of 100 ms, and of new "
					+ "texts while 10,000 wait; social: posts to a hundred followers, feeds, and posts to 1 to 10,000 "
					+ "followers; media: photos and videos, one at a time and a hundred at once; "
					+ "webhooks: 10,000 deliveries due at once, with an endpoint that hangs and one that fails; "
					+ "day: nine reads for each reply; overhead: what the gateway adds to an answer of a service; "
					+ "limits: what Netty, MongoDB and RabbitMQ do alone; growth: more connections, longer threads and "
					+ "two instances of forum-service, for which it restarts Parley; "
					+ "idle: processor time and memory while nobody sends anything; "
					+ "start: restarts Parley, until ready and until full speed; "
					+ "all: idle, limits, reads, overhead, pages, votes, drained, day, sockets, chat, social, media and "
					+ "start, as Markdown tables with their goals and limits")
	private Benchmark benchmark = Benchmark.guest;

	@Option(names = "--seconds", paramLabel = "N", defaultValue = "10", description = "duration of each round")
	private int seconds;

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "rounds per scenario")
	private int rounds;

	@Option(names = "--connections", paramLabel = "N",
			description = "open connections; default: 64, for searches, votes and drained 16")
	private @Nullable Integer connections;

	@Option(names = "--warm-up", paramLabel = "N",
			description = "warm-up seconds; default: 20, for events 100, because a new process is started")
	private @Nullable Integer warmUp;

	@Option(names = "--people", paramLabel = "N", defaultValue = "200",
			description = "votes, drained, chat, social: people who are registered; each writes 24 times")
	private int people;

	@Option(names = "--rate", paramLabel = "N",
			description = "reads, votes, drained: requests per second, due whether or not earlier ones have ended; "
					+ "events: events per second, default 200")
	private @Nullable Integer rate;

	@Option(names = "--pile", paramLabel = "N", defaultValue = "5000",
			description = "events: number of events published while the broker is down")
	private int pile;

	@Option(names = "--posts", paramLabel = "N", defaultValue = "100000",
			description = "thread, growth: posts of the longest thread")
	private int posts;

	@Option(names = "--sockets", paramLabel = "N", defaultValue = "1000",
			description = "sockets: connections in the thread")
	private int sockets;

	@Mixin
	private ReportOutput output = new ReportOutput();

	private final Checkout checkout = Checkout.here();

	/** The start is the last, because it ends the measured processes. */
	private static final List<Benchmark> IN_ALL = List.of(Benchmark.idle, Benchmark.limits, Benchmark.reads,
			Benchmark.overhead, Benchmark.pages, Benchmark.votes, Benchmark.drained, Benchmark.day, Benchmark.sockets,
			Benchmark.chat, Benchmark.social, Benchmark.media, Benchmark.start);

	private static final int EVENTS_PER_SECOND = 200;

	private static final int READERS = 64;

	/** Concurrent searches and writes: more would only wait for each other. */
	private static final int WRITERS = 16;

	private enum Benchmark {

		guest, events, replies, search, cold, thread, tokens, reads, pages, drained, votes, sockets, rooms, chat,
		moderation, social, media, webhooks, idle, start, day, overhead, limits, growth, all

	}

	static void main(String[] args) {
		System.exit(Parley.execute(args, new BenchCommand()));
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
			case reads, pages, drained, votes, sockets, rooms, chat, moderation, social, media, webhooks, idle, start,
					day, overhead, limits, growth, all ->
				system(status);
		};
	}

	private int timed(Status status, Function<GatewayClient, TimedWork> subject) {
		try (var gatewayClient = new GatewayClient(URI.create(status.gateway()))) {
			var report = new TimingReport(subject.apply(gatewayClient).measure(), Map.of());
			this.output.print(report, report.json());
			return 0;
		}
	}

	private int longThread(Status status) {
		try (var gatewayClient = new GatewayClient(URI.create(status.gateway()))) {
			var timings = new LongThreadTiming(gatewayClient,
					SeedForum.longThread(this.posts, this.checkout, gatewayClient), this.posts)
				.measure();
			var report = new TimingReport(timings, LongThreadTiming.ratio(timings));
			this.output.print(report, report.json());
			return 0;
		}
	}

	/** A benchmark that fails does not prevent the others. */
	private int system(Status status) {
		try (var gatewayClient = new GatewayClient(URI.create(status.gateway()))) {
			var guests = guestScenarios(gatewayClient);
			var tables = new ArrayList<ResultTable>();
			var failures = 0;
			for (var one : (this.benchmark == Benchmark.all) ? IN_ALL : List.of(this.benchmark)) {
				System.err.println("Measuring: " + one);
				try {
					tables.addAll(system(one, status, gatewayClient, guests));
				}
				catch (RuntimeException ex) {
					System.err.println("Not measured: " + one + ": " + ex);
					failures++;
				}
			}
			var figures = ResultTable.json(tables);
			this.output.print(
					String.join("\n\n", ResultTable.markdown(tables), Goal.table(figures), Ratio.table(figures)),
					figures);
			return (failures == 0) ? 0 : 1;
		}
	}

	private List<ResultTable> system(Benchmark one, Status status, GatewayClient gatewayClient, List<Scenario> guests) {
		var servers = ServerProcesses.of(status);
		var writes = new WriteBench(this.checkout, gatewayClient, servers, this.people, connections(WRITERS),
				this.rate);
		return switch (one) {
			case idle -> new IdleBench(this.checkout, servers).measure();
			case day -> new DayBench(writes, guests).measure();
			case overhead -> overhead(status, servers);
			case limits -> new LimitBench(this.checkout, servers, connections(READERS), connections(WRITERS),
					Duration.ofSeconds(this.seconds))
				.measure();
			case growth ->
				new GrowthBench(this.checkout, gatewayClient, Duration.ofSeconds(this.seconds), this.posts).measure();
			case pages -> pages(gatewayClient, servers, guests);
			case votes -> writes.votes();
			case drained -> writes.replies();
			case sockets -> new SocketBench(gatewayClient, servers, this.sockets).measure();
			case rooms -> new RoomBench(this.checkout, servers).measure();
			case chat -> new ChatBench(writes, connections(READERS)).measure();
			case moderation -> new ModerationBench(this.checkout).measure();
			case social -> new SocialBench(writes).measure();
			case media -> new MediaBench(this.checkout, gatewayClient, servers).measure();
			case webhooks -> new WebhookBench(this.checkout, gatewayClient, servers, this.rounds).measure();
			case start -> start(gatewayClient.address(), guests.getFirst());
			default -> reads(gatewayClient, servers, guests);
		};
	}

	private List<ResultTable> start(URI gateway, Scenario scenario) {
		try (var wrk = new LoadGenerator(LoadGeneratorBinary.wrk(this.checkout.root()), gateway)) {
			return new StartBench(this.checkout, gateway, connections(READERS)).measure(wrk, scenario);
		}
	}

	private List<ResultTable> overhead(Status status, ServerProcesses servers) {
		var forum = status.processes()
			.stream()
			.filter((process) -> process.name().startsWith("forum-service") && !process.role().equals("worker"))
			.findFirst()
			.orElseThrow(() -> new LauncherException("forum-service does not run"));
		return new OverheadBench(this.checkout, servers, URI.create(status.gateway()),
				URI.create("http://127.0.0.1:" + forum.port()), connections(1), Duration.ofSeconds(this.seconds))
			.measure(ReadScenarios.ofList());
	}

	private List<ResultTable> reads(GatewayClient gatewayClient, ServerProcesses servers, List<Scenario> guests) {
		if (this.rate != null) {
			var reads = new SteadyReads(gatewayClient, ReadScenarios.ofServices(guests, gatewayClient), this.rate,
					Duration.ofSeconds(this.seconds));
			return List.of(new TimingReport(reads.measure(), Map.of()).table("read"));
		}
		return read(gatewayClient, (wrk) -> readBench(gatewayClient, servers).measure(wrk, guests, connections(READERS),
				connections(WRITERS)));
	}

	/** The steady rates come last, when the web client is warm. */
	private List<ResultTable> pages(GatewayClient gatewayClient, ServerProcesses servers, List<Scenario> guests) {
		var tables = new ArrayList<>(read(gatewayClient,
				(wrk) -> readBench(gatewayClient, servers).measurePages(wrk, guests, connections(READERS))));
		tables.add(new TimingReport(new PageTiming(gatewayClient).measure(), Map.of()).table("page"));
		return tables;
	}

	private ReadBench readBench(GatewayClient gatewayClient, ServerProcesses servers) {
		return new ReadBench(gatewayClient, servers, this.rounds, Duration.ofSeconds(this.seconds), warmUp(20));
	}

	private List<ResultTable> read(GatewayClient gatewayClient, Function<LoadGenerator, BenchReport> bench) {
		try (var wrk = new LoadGenerator(LoadGeneratorBinary.wrk(this.checkout.root()), gatewayClient.address())) {
			var report = bench.apply(wrk);
			if (report.errors() > 0) {
				System.err.printf("%d reads failed, so their figures are not valid.%n", report.errors());
			}
			return report.tables();
		}
	}

	private int events(Status status) throws InterruptedException {
		var report = new EventBench(this.checkout, ServerProcesses.of(status),
				Objects.requireNonNullElse(this.rate, EVENTS_PER_SECOND), Duration.ofSeconds(this.seconds), this.pile)
			.run(warmUp(100));
		this.output.print(report, report.json());
		return 0;
	}

	private int guest(Status status) {
		var report = measure(status);
		this.output.print(report, report.json());
		if (report.errors() > 0) {
			System.err.printf("%d requests failed, so the figures are not valid.%n", report.errors());
			return 1;
		}
		return 0;
	}

	private BenchReport measure(Status status) {
		try (var gatewayClient = new GatewayClient(URI.create(status.gateway()))) {
			return measure(gatewayClient.address(), ServerProcesses.of(status), guestScenarios(gatewayClient));
		}
	}

	private BenchReport measure(URI gateway, ServerProcesses servers, List<Scenario> scenarios) {
		try (var wrk = new LoadGenerator(LoadGeneratorBinary.wrk(this.checkout.root()), gateway)) {
			var measurement = new Measurement(wrk, servers, connections(READERS), Duration.ofSeconds(this.seconds));
			return new BenchReport(measurement.run(scenarios, this.rounds, warmUp(20)));
		}
	}

	private int connections(int usual) {
		return Objects.requireNonNullElse(this.connections, usual);
	}

	private Duration warmUp(int usual) {
		return Duration.ofSeconds(Objects.requireNonNullElse(this.warmUp, usual));
	}

	private List<Scenario> guestScenarios(GatewayClient gatewayClient) {
		return ReadScenarios.ofGuests(gatewayClient).orElseGet(() -> seedScenarios(gatewayClient));
	}

	private List<Scenario> seedScenarios(GatewayClient gatewayClient) {
		System.err.println("There are too few threads. Seeding 2,000 threads with 20 posts each.");
		SeedForum.seedDefault(this.checkout, gatewayClient);
		return ReadScenarios.ofGuests(gatewayClient)
			.orElseThrow(() -> new LauncherException("The seeded threads are missing from the thread list"));
	}

}
