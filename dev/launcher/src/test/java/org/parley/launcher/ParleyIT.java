package org.parley.launcher;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.parley.launcher.process.FakeService;
import org.parley.launcher.process.ProcessSpec;
import org.parley.localstack.LocalStack;
import org.parley.localstack.Servers;
import org.parley.localstack.StackUnavailableException;
import org.parley.localstack.FreePort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * Runs the launcher as a process, with real servers and minimal services.
 */
class ParleyIT {

	private static final List<String> SERVICES = ProcessSpec.SERVICES.stream().map(ProcessSpec::service).toList();

	@TempDir
	private static Path root;

	@TempDir
	private static Path library;

	private static String classPath = "";

	private static Servers servers;

	private static String port;

	/**
	 * Exit status and output of a command.
	 */
	private record CommandResult(int status, String text) {
	}

	@BeforeAll
	static void checkOut() throws Exception {
		servers = available(LocalStack::forTests);
		port = String.valueOf(FreePort.find());
		Files.createDirectories(root.resolve("config-repo"));
		copyRights("rabbitmq", "definitions.json");
		copyRights("redis", "users.acl");
		for (var service : SERVICES) {
			FakeService.build(root.resolve(service).resolve("target").resolve(service + "-0.1.jar"));
		}
		Files.writeString(root.resolve("web").resolve("node.sh"),
				"exec '%s/bin/java' -jar \"$(dirname \"$0\")/target/web-0.1.jar\"%n"
					.formatted(System.getProperty("java.home")));
		train();
	}

	/**
	 * Creates an AOT cache for the launcher, which saves a third of the work of each
	 * command. A cache needs jars instead of folders.
	 */
	private static void train() throws Exception {
		classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
			.filter((entry) -> !entry.isEmpty())
			.map(ParleyIT::pack)
			.collect(Collectors.joining(File.pathSeparator));
		var status = launcher(List.of("-XX:AOTCacheOutput=" + cache()), "status", "--json").start();
		status.getInputStream().transferTo(OutputStream.nullOutputStream());
		assertThat(status.waitFor()).isEqualTo(1);
		assertThat(cache()).exists();
	}

	private static String pack(String entry) {
		if (!Files.isDirectory(Path.of(entry))) {
			return entry;
		}
		var jar = library.resolve(Integer.toHexString(entry.hashCode()) + ".jar").toString();
		var tool = ToolProvider.findFirst("jar").orElseThrow();
		assertThat(tool.run(System.out, System.err, "--create", "--file", jar, "-C", entry, ".")).isZero();
		return jar;
	}

	private static Path cache() {
		return library.resolve("launcher.aot");
	}

	/** Each test starts its own processes. */
	@Nested
	class OwnStart {

		@AfterEach
		void down() throws Exception {
			for (var service : SERVICES) {
				Files.deleteIfExists(faultFile(service, "fails"));
				Files.deleteIfExists(faultFile(service, "hangs"));
			}
			assertStopped();
		}

		@Test
		void upOnlyStartsServiceWithWhatItNeeds() throws Exception {
			assertThat(parley("up", "--only", "nobody").text()).startsWith("Unknown service nobody.");
			var up = parley("up", "--apart", "--port", port, "--only", "forum");
			assertThat(up.status()).as(up.text()).isZero();
			var status = status();
			assertThat(status.path("ready").asBoolean()).isTrue();
			assertThat(status.path("processes").valueStream().map((process) -> process.path("name").asString()))
				.containsExactly("auth-service", "forum-service", "gateway");
			assertThat(parley("up", "--apart", "--only", "forum").text()).contains("Parley is already up.");
			assertThat(parley("up", "--apart", "--only", "chat").text())
				.endsWith("./parley down and then ./parley up --apart --only chat-service\n");
			assertThat(parley("down").status()).isZero();
			assertThat(parley("start", "forum").text()).startsWith("Parley is not running.");
			assertThat(parley("restart", "forum").text()).startsWith("Parley is not running.");
			assertThat(parley("up", "--apart", "--port", port).status()).isZero();
			assertThat(status().path("processes")).hasSize(SERVICES.size()).allSatisfy(ParleyIT::assertReady);
		}

		@Test
		void usedPortIsRefusedBeforeStart() throws Exception {
			try (var stranger = new ServerSocket(0)) {
				var up = parley("up", "--apart", "--port", String.valueOf(stranger.getLocalPort()));
				assertThat(up.status()).isEqualTo(1);
				assertThat(up.text()).startsWith("Port %d is used".formatted(stranger.getLocalPort()));
			}
		}

		@Test
		void failedStartPrintsReasonAndStopsEverything() throws Exception {
			Files.createFile(faultFile("notification-service", "fails"));
			var up = parley("up", "--apart", "--port", port);
			assertThat(up.status()).isEqualTo(1);
			assertThat(up.text()).contains("notification-service exited with status 3",
					"the setting parley.colour is missing");
			assertThat(pids(status())).containsOnly(0L);
		}

		@Test
		void ctrlCStopsStartedProcesses() throws Exception {
			Files.createFile(faultFile("gateway", "hangs"));
			var up = interruptible(launcher("up", "--apart", "--port", port)).start();
			try {
				await().atMost(Duration.ofMinutes(2))
					.pollInterval(Duration.ofSeconds(1))
					.until(() -> state(status(), "gateway").equals("starting"));
				new ProcessBuilder("kill", "-INT", String.valueOf(up.pid())).start().waitFor();
				assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
				assertThat(up.exitValue()).isEqualTo(130);
				assertThat(pids(status())).containsOnly(0L);
			}
			finally {
				up.destroyForcibly();
			}
		}

	}

	/** The tests share one start, because each starts many JVMs. */
	@Nested
	@TestInstance(TestInstance.Lifecycle.PER_CLASS)
	@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
	class SharedStart {

		private String printed = "";

		private String prometheus = "";

		@BeforeAll
		void up() throws Exception {
			assertThat(available(() -> LocalStack.tool("prometheus"))).isExecutable();
			var folder = Files.createDirectories(root.resolve("deploy/observability/prometheus"));
			var source = Path.of("..", "..", "deploy", "observability", "prometheus");
			Files.copy(source.resolve("rules.yml"), folder.resolve("rules.yml"));
			Files.writeString(folder.resolve("prometheus.yml"), Files.readString(source.resolve("prometheus.yml"))
				.replaceFirst("scrape_interval: \\d+s", "scrape_interval: 1s"));
			var up = parley("up", "--port", port, "--workers", "1", "--observe");
			assertThat(up.status()).as(up.text()).isZero();
			this.printed = up.text();
			this.prometheus = up.text().substring(up.text().lastIndexOf("http://127.0.0.1:")).strip();
		}

		@AfterAll
		void down() throws Exception {
			assertStopped();
			assertThatThrownBy(() -> query(this.prometheus, "up")).isInstanceOf(IOException.class);
		}

		@Test
		@Order(1)
		void prometheusReadsMetricsOfAllProcesses() throws Exception {
			// The mailbox, the storage, the config server and the web client are not
			// read.
			var processes = status().path("processes").size() - 4;
			await().atMost(Duration.ofMinutes(2))
				.pollInterval(Duration.ofSeconds(1))
				.until(() -> query(this.prometheus, "up == 1").size() == processes);
			assertThat(query(this.prometheus, "up{job=\"webhook-service\"} == 1"))
				.map((process) -> process.at("/metric/role").asString())
				.containsExactlyInAnyOrder("api", "worker");
		}

		@Test
		void upPrintsAddressAndAccounts() throws Exception {
			assertThat(this.printed).contains("Parley is ready.", "http://localhost:" + port, "alice")
				.doesNotContain("\u001B");
			var status = status();
			assertThat(status.path("ready").asBoolean()).isTrue();
			assertThat(status.propertyNames()).containsExactly("ready", "gateway", "processes", "infrastructure");
			assertThat(status.path("gateway").asString()).isEqualTo("http://localhost:" + port);
			assertThat(status.path("processes")).allSatisfy(ParleyIT::assertReady);
			assertThat(JsonMapper.shared().readTree(parley("accounts", "--json").text())).hasSize(4)
				.allSatisfy((account) -> assertThat(account.propertyNames()).containsExactly("username", "email",
						"password", "roles"));
			assertThat(parley("logs", "forum").text()).contains("forum-service started");
			assertThat(JsonMapper.shared().readTree(parley("mail", "--json", "alice@example.org").text()))
				.singleElement()
				.satisfies((mail) -> assertThat(mail.path("to").asString()).isEqualTo("alice@example.org"));
			assertThat(parley("mail").text()).contains("Subject: Hello", "http://localhost/a");
		}

		@Test
		void upAgainStartsOnlyStoppedProcesses() throws Exception {
			var before = pids(status());
			assertThat(parley("up").text()).contains("Parley is already up.");
			assertThat(pids(status())).isEqualTo(before);
			kill("forum-service");
			assertThat(parley("status").status()).isEqualTo(1);
			assertThat(parley("up").status()).isZero();
			var after = pids(status());
			assertThat(after).hasSameSizeAs(before).doesNotContain(0L);
			before.removeAll(after);
			assertThat(before).hasSize(1);
		}

		@Test
		void restartReplacesOneProcess() throws Exception {
			var before = status();
			assertThat(parley("restart", "forum").status()).isZero();
			var after = status();
			assertThat(after.path("ready").asBoolean()).as(after.toString()).isTrue();
			assertThat(pid(after, "forum-service")).isNotEqualTo(pid(before, "forum-service"));
			assertThat(pid(after, "auth-service")).isEqualTo(pid(before, "auth-service"));
		}

		@Test
		void stopAndStartAffectOnlyNamedProcess() throws Exception {
			var before = status();
			assertThat(process(before, "moderation-service-worker").path("role").asString()).isEqualTo("worker");
			assertThat(process(before, "moderation-service-api").path("role").asString()).isEqualTo("api");
			assertThat(parley("stop", "moderation-worker").status()).isZero();
			var without = status();
			assertThat(state(without, "moderation-service-worker")).isEqualTo("down");
			assertThat(without.path("processes").valueStream().filter((process) -> process.path("pid").asLong() == 0))
				.hasSize(1);
			assertThat(pid(without, "moderation-service-api")).isEqualTo(pid(before, "moderation-service-api"));
			assertThat(parley("start", "moderation-service-worker").status()).isZero();
			assertThat(status().path("ready").asBoolean()).isTrue();
		}

		@Test
		void otherPortWhileRunningIsRefused() throws Exception {
			assertThat(parley("up", "--port", "1")).isEqualTo(new CommandResult(1,
					"Parley runs on port %s. To change this, run ./parley down and then ./parley up --port 1\n"
						.formatted(port)));
		}

		@Test
		@Order(Integer.MAX_VALUE)
		void upAddsWorkersButDoesNotMergeRoles() throws Exception {
			var before = pids(status());
			assertThat(parley("up", "--apart"))
				.isEqualTo(new CommandResult(1, "Parley runs with separate roles and 1 of each worker. "
						+ "To change this, run ./parley down and then ./parley up --apart\n"));
			assertThat(parley("up", "--workers", "2").status()).isZero();
			var after = status();
			assertThat(pids(after)).containsAll(before).hasSize(before.size() + 7);
			assertThat(state(after, "webhook-service-worker-2")).isEqualTo("ready");
			assertThat(parley("up").text()).contains("Parley is already up.");
		}

	}

	private static void assertStopped() throws Exception {
		assertThat(parley("down").status()).isZero();
		assertThat(pids(status())).containsOnly(0L);
	}

	private static void assertReady(JsonNode process) {
		assertThat(process.propertyNames()).containsExactly("name", "role", "pid", "port", "state", "rssKb");
		assertThat(process.path("state").asString()).isEqualTo("ready");
	}

	private static JsonNode query(String address, String query) throws Exception {
		var uri = URI.create(address + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
		try (var client = HttpClient.newHttpClient()) {
			var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
			return JsonMapper.shared().readTree(answer.body()).at("/data/result");
		}
	}

	private static void copyRights(String server, String file) throws IOException {
		var folder = Files.createDirectories(root.resolve("deploy").resolve(server));
		Files.copy(Path.of("..", "..", "deploy", server, file), folder.resolve(file));
	}

	private static <T> T available(Supplier<T> tool) {
		try {
			return tool.get();
		}
		catch (StackUnavailableException ex) {
			if (StackUnavailableException.failsTests()) {
				throw ex;
			}
			return abort(ex.getMessage());
		}
	}

	/**
	 * A build in a shell's background ignores SIGINT, and child processes inherit this.
	 */
	private static ProcessBuilder interruptible(ProcessBuilder launcher) {
		var command = new ArrayList<>(List.of("env", "--default-signal=INT"));
		command.addAll(launcher.command());
		return launcher.command(command);
	}

	private static Path faultFile(String service, String kind) {
		return root.resolve("config-repo").resolve(service + "." + kind);
	}

	private static void kill(String service) throws Exception {
		var process = ProcessHandle.of(pid(status(), service)).orElseThrow();
		process.destroyForcibly();
		await().until(() -> state(status(), service).equals("down"));
	}

	private static JsonNode status() throws Exception {
		return JsonMapper.shared().readTree(parley("status", "--json").text());
	}

	private static Set<Long> pids(JsonNode status) {
		return status.path("processes")
			.valueStream()
			.map((process) -> process.path("pid").asLong())
			.collect(Collectors.toSet());
	}

	private static long pid(JsonNode status, String service) {
		return process(status, service).path("pid").asLong();
	}

	private static String state(JsonNode status, String service) {
		return process(status, service).path("state").asString();
	}

	private static JsonNode process(JsonNode status, String service) {
		return status.path("processes")
			.valueStream()
			.filter((process) -> process.path("name").asString().equals(service))
			.findFirst()
			.orElseThrow();
	}

	private static CommandResult parley(String... args) throws Exception {
		var process = launcher(args).start();
		var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new CommandResult(process.waitFor(), text);
	}

	private static ProcessBuilder launcher(String... args) {
		return launcher(List.of("-XX:AOTCache=" + cache()), args);
	}

	private static ProcessBuilder launcher(List<String> flags, String... args) {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dparley.root=" + root));
		command.addAll(flags);
		command.addAll(List.of("-cp", classPath, Parley.class.getName()));
		command.addAll(List.of(args));
		var builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment()
			.putAll(Map.of("PARLEY_MONGODB_URI", servers.mongoUri(), "PARLEY_AMQP_URI", servers.amqpUri(),
					"PARLEY_REDIS_URI", servers.redisUri(), "PARLEY_RABBIT_MGMT_URL",
					servers.rabbitManagement().toString(), "PARLEY_TRAINING", "no"));
		return builder;
	}

}
