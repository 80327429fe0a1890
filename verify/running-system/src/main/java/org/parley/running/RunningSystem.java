package org.parley.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Field;
import org.bson.Document;
import org.parley.demo.stage.DemoAccount;
import org.parley.demo.stage.DemoEnvironment;
import org.parley.demo.stage.DemoLogins;
import org.parley.launcher.checkout.Accounts;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.stack.Status;
import org.parley.localstack.FreePort;
import org.parley.localstack.LocalStack;
import org.parley.platform.test.trace.OtlpReceiver;
import org.parley.platform.test.trace.ReceivedSpan;
import org.parley.seed.SeedForum;
import org.parley.system.BrokerManagementClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parley as started by {@code ./parley up} from this build, in a separate folder that
 * acts as a checkout with its own state, ports and passwords. All services run in one
 * process; or, also with {@code -Dparley.test.apart=true}, each in processes of its own,
 * forum-service in two of them. They do without the optimizing compiler, because it costs
 * more than it saves in a few minutes. Hashes of passwords are cheap.
 */
public final class RunningSystem implements AutoCloseable {

	private static final List<String> PARTS = Stream
		.concat(Stream.of("config-repo", "deploy", "dev", "platform", "verify/resilience-tests"),
				ProcessSpec.SERVICES.stream().map(ProcessSpec::service))
		.filter((folder) -> Files.exists(Path.of(System.getProperty("parley.root"), folder)))
		.toList();

	/** Receives the spans of all processes. */
	private static final OtlpReceiver TRACES = OtlpReceiver.start();

	/** Enough for a test; all others pay less than for all requests. */
	private static final String SAMPLED = "0.25";

	private static final Path WEB_CLIENT = Path.of(System.getProperty("parley.root"), "web");

	/** With it, the administrator is created at the page of the set-up. */
	private static final String SETUP_TOKEN = "the-token-of-the-end-to-end-tests";

	private static final Path LOG = Path.of("target", "parley.log");

	private static final int LOG_LINES = 40;

	/** Tests sign in hundreds of users; {@code ProductionIT} hashes at the full cost. */
	private static final String HASH_KIBIBYTES = "256";

	/**
	 * What the tests of separate processes use; each process more is a JVM to start.
	 * Drills use all.
	 */
	private static final String USED_APART = "forum,moderation,chat,realtime,config-server";

	private final Checkout checkout;

	private final GatewayClient gatewayClient;

	private final Process watch;

	private RunningSystem(Checkout checkout, Process watch) {
		this.checkout = checkout;
		this.watch = watch;
		this.gatewayClient = new GatewayClient(URI.create(Status.of(checkout).gateway()));
	}

	/**
	 * Starts the system.
	 * @throws org.parley.localstack.StackUnavailableException if no servers or no browser
	 * are available
	 */
	static RunningSystem start(boolean apart) {
		var browser = apart ? null : LocalStack.tool("chromium");
		var checkout = new Checkout(folder(apart ? "checkout-apart" : "checkout"));
		var watch = watch(checkout);
		checkout.serversOf("forum-service");
		var up = Stream.of("up", "--port", String.valueOf(FreePort.find()));
		var separate = (apart || Boolean.getBoolean("parley.test.apart"))
				? Stream.of("--workers", "1", "--twice", "forum") : Stream.<String>empty();
		var only = (apart && !Boolean.getBoolean("parley.test.drills")) ? Stream.of("--only", USED_APART)
				: Stream.<String>empty();
		parley(checkout, Stream.of(up, separate, only).flatMap((some) -> some).toArray(String[]::new));
		var system = new RunningSystem(checkout, watch);
		if (browser == null) {
			system.setUp();
		}
		else {
			system.setUp(browser);
		}
		return system;
	}

	/** Sets the forum up by a request, as no web client runs. */
	private void setUp() {
		var admin = Accounts.of(this.checkout).admin();
		var setup = Map.of("token", SETUP_TOKEN, "admin",
				Map.of("username", admin.username(), "email", admin.email(), "password", admin.password(), "name",
						admin.username()),
				"forum", Map.of("name", "Parley"), "categories", List.of(Map.of("slug", "lounge", "name", "Lounge")));
		// The first request after a start may be told to come again.
		Await.within(Duration.ofSeconds(30), () -> this.gatewayClient.guest().post("/setup", setup).is(201));
	}

	/** Sets the forum up at its page, as people do: the life of a forum begins there. */
	private void setUp(Path browser) {
		var program = new ProcessBuilder("bash", WEB_CLIENT.resolve("npm.sh").toString(), "set-up");
		program.environment()
			.put("PARLEY_SCENE",
					JsonMapper.shared()
						.writeValueAsString(Map.of("gateway", status().gateway(), "chromium", browser.toString(),
								"setupToken", SETUP_TOKEN, "password", Accounts.of(this.checkout).admin().password())));
		try {
			NodeProgram.assertSucceed(program, "set-up", Duration.ofMinutes(3));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	/** Stops the system when this process has ended for any reason. */
	private static Process watch(Checkout checkout) {
		var script = """
				trap '' INT TERM HUP
				while kill -0 "$1" 2>/dev/null; do sleep 1; done
				shift
				exec "$@\"""";
		var command = new ArrayList<>(
				List.of("bash", "-c", script, "watch", String.valueOf(ProcessHandle.current().pid())));
		command.addAll(command(checkout, "down", "--wipe"));
		return start(new ProcessBuilder(command));
	}

	private static Path folder(String name) {
		try {
			var folder = Files.createDirectories(Path.of("target", name).toAbsolutePath());
			for (var part : PARTS) {
				var link = folder.resolve(part);
				Files.createDirectories(link.getParent());
				Files.deleteIfExists(link);
				Files.createSymbolicLink(link, Path.of(System.getProperty("parley.root"), part));
			}
			return folder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public GatewayClient gateway() {
		return this.gatewayClient;
	}

	/**
	 * Returns the OpenAPI document once it contains all services, which takes a moment at
	 * first.
	 */
	public GatewayResponse document() {
		var call = new GatewayRequest("GET", "/docs/openapi.json", Map.of("Accept-Encoding", "identity"), null);
		return Await.within(Duration.ofSeconds(30), () -> {
			var document = this.gatewayClient.exchange(call).is(200);
			return document.expect(!document.text("/info/description").contains("did not answer"),
					"all services in it");
		});
	}

	/** Returns a search over the current content of servers and logs. */
	public DataSearch dataSearch() {
		return new DataSearch(this.checkout.runningServers(), logs());
	}

	/** Returns the spans of a trace that have arrived, if the gateway has sampled it. */
	public List<ReceivedSpan> trace(String id) {
		return TRACES.trace(id);
	}

	/** Returns the folder with a log of each process. */
	public Path logs() {
		return this.checkout.root().resolve(".parley/log");
	}

	/** Returns the number of messages in queues. */
	public long messagesInQueues() {
		return new BrokerManagementClient(this.checkout.runningServers().rabbitManagement()).countMessages();
	}

	public Status status() {
		return Status.of(this.checkout);
	}

	public DemoLogins logins() {
		return new DemoLogins(Accounts.of(this.checkout)
			.accounts()
			.stream()
			.collect(Collectors.toMap(Accounts.Account::username,
					(account) -> new DemoAccount(account.username(), account.password()))));
	}

	public DemoEnvironment demoEnvironment() {
		return DemoEnvironment.of(this.checkout);
	}

	/** Creates a thread with so many posts; returns its id. */
	public String longThread(int posts) {
		return SeedForum.longThread(posts, this.checkout, this.gatewayClient);
	}

	/**
	 * Makes a user's notifications and latest digest, and the unread messages of their
	 * conversations, twelve hours older, as if a night had passed.
	 */
	public void passNight(String user) {
		var service = "notification-service";
		try (var mongo = MongoClients.create(this.checkout.serversOf(service).mongoUri())) {
			var database = mongo.getDatabase(service);
			age(database, "notifications", new Document("userId", user), "createdAt");
			var digested = "digestedUntil.DAILY";
			age(database, "preferences", new Document("_id", user).append(digested, new Document("$type", "date")),
					digested);
			var conversations = database.getCollection("chat_members")
				.distinct("conversationId", new Document("personId", user), String.class)
				.into(new ArrayList<>());
			age(database, "chat_messages", new Document("conversationId", new Document("$in", conversations)), "at");
			age(database, "chat_members", new Document("personId", user).append("dueAt", new Document("$type", "date")),
					"dueAt");
		}
	}

	/** Makes newcomers twelve hours older: many at once look like an attack. */
	public void ageNewcomers() {
		var service = "auth-service";
		try (var mongo = MongoClients.create(this.checkout.serversOf(service).mongoUri())) {
			age(mongo.getDatabase(service), "users", new Document("emailVerified", false), "createdAt");
		}
	}

	private static void age(MongoDatabase database, String collection, Document filter, String time) {
		var earlier = Map.of("$subtract", List.of("$" + time, Duration.ofHours(12).toMillis()));
		database.getCollection(collection).updateMany(filter, List.of(Aggregates.set(new Field<>(time, earlier))));
	}

	public ApiUser signedIn(String name) {
		var account = logins().accounts().getOrDefault(name, new DemoAccount(name, ""));
		// The first request after a start may be told to come again.
		var session = Await.within(Duration.ofSeconds(30),
				() -> this.gatewayClient.guest()
					.post("/auth/login", Map.of("login", account.username(), "password", account.password()))
					.is(200));
		return this.gatewayClient.guest().signedIn(session.text("/data/accessToken"));
	}

	/** Kills a service, which runs apart, in all its roles. */
	public void kill(String service) {
		this.status()
			.processes()
			.stream()
			.filter((part) -> (part.name() + "-").startsWith(service + "-") && part.pid() > 0)
			.flatMap((part) -> ProcessHandle.of(part.pid()).stream())
			.forEach((process) -> {
				process.destroyForcibly();
				process.onExit().join();
			});
	}

	/** Returns the address of the mails that were sent; {@code ?to=} selects some. */
	public String mails() {
		return status().processes()
			.stream()
			.filter((process) -> process.name().equals(ProcessSpec.MAILBOX))
			.map((mailbox) -> "http://127.0.0.1:%d/mails".formatted(mailbox.port()))
			.findFirst()
			.orElseThrow();
	}

	/** Runs {@code ./parley} in the system's folder. */
	public void parley(String... arguments) {
		parley(this.checkout, arguments);
	}

	private static void parley(Checkout checkout, String... arguments) {
		var process = start(new ProcessBuilder(command(checkout, arguments)));
		try {
			if (!process.waitFor(15, TimeUnit.MINUTES) || process.exitValue() != 0) {
				process.destroy();
				throw new IllegalStateException(
						"./parley %s failed. End of its output:%n%s".formatted(String.join(" ", arguments), logTail()));
			}
		}
		catch (InterruptedException ex) {
			process.destroy();
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	private static String logTail() {
		try {
			var lines = Files.readAllLines(LOG);
			return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> command(Checkout checkout, String... arguments) {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dparley.root=" + checkout.root(), "-jar",
				jar(arguments[0]).toString()));
		command.addAll(List.of(arguments));
		return command;
	}

	/** Returns the program that {@code ./parley} runs for a command. */
	private static Path jar(String command) {
		var module = switch (command) {
			case "seed" -> "system";
			case "drill" -> "resilience-tests";
			default -> "launcher";
		};
		return Checkout.here().jar(module);
	}

	private static Process start(ProcessBuilder builder) {
		try {
			builder.environment().put("PARLEY_TRAINING", "no");
			builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
			builder.environment().put("PARLEY_PASSWORDS_MEMORY", HASH_KIBIBYTES);
			builder.environment().put("PARLEY_SETUP_TOKEN", SETUP_TOKEN);
			builder.environment().put("PARLEY_ERASURE_DELAY", "0s");
			builder.environment().put("PARLEY_IMAGE_HOSTS", "example.org");
			builder.environment().put("PARLEY_TRACES_URI", TRACES.uri());
			builder.environment().put("PARLEY_TRACES_SAMPLED", SAMPLED);
			// Tests share their people, and a fast machine asks faster than anybody.
			builder.environment().put("PARLEY_GATEWAY_LIMITS_USER_REQUESTS", "30000");
			builder.environment().put("PARLEY_GATEWAY_LIMITS_WRITES_REQUESTS", "3000");
			return builder.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.gatewayClient.close();
		keepLogs();
		this.watch.destroyForcibly();
		parley("down", "--wipe");
	}

	private void keepLogs() {
		var kept = Path.of("target", "logs", this.checkout.root().getFileName().toString());
		try (var logs = Files.newDirectoryStream(logs(), "*.log*")) {
			Files.createDirectories(kept);
			for (var log : logs) {
				Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
