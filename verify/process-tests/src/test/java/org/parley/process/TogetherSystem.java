package org.parley.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayRequest;
import org.parley.localstack.FreePort;
import org.parley.localstack.LocalStack;
import org.parley.localstack.tenant.TenantProvisioner;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The image {@code together} with its files, command and user and the environment of
 * {@code docker-compose.small.yml}, but without containers, with other ports, and with
 * servers of its own.
 */
final class TogetherSystem implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern VARIABLES = Pattern.compile("(?s) AS together\n.*?\nENV (.*?)\nUSER");

	private static final Pattern VARIABLE = Pattern.compile("([A-Z0-9_]+)=(\\S+)");

	private static final Duration READY_TIMEOUT = Duration.ofMinutes(15);

	private final Path root = Path.of(System.getProperty("parley.root")).toAbsolutePath().normalize();

	private final Path log = Path.of("target", "production", "together.log");

	private final ComposeEnvironment compose;

	private final Map<String, String> ports = new HashMap<>();

	private final JsonNode settings;

	private final ImageTree tree;

	private final Process process;

	private final GatewayClient gatewayClient;

	private final Thread end = new Thread(this::stopProcess);

	/**
	 * Starts the process with empty servers.
	 * @param more additional variables of {@code .env}
	 * @throws org.parley.localstack.StackUnavailableException if no servers are available
	 */
	TogetherSystem(Map<String, String> more) throws IOException {
		this.compose = ComposeEnvironment.load(this.root, "docker-compose.small.yml", more);
		Map<?, ?> yaml = new Yaml().load(localized(Files.readString(this.root.resolve("deploy/together/host.yml"))));
		this.settings = JSON.valueToTree(yaml);
		try (var tenantProvisioner = new TenantProvisioner(LocalStack.forTests())) {
			var name = "t" + Long.toHexString(ThreadLocalRandom.current().nextLong() & Long.MAX_VALUE);
			this.settings.path("services").forEach((service) -> giveServers(service, name, tenantProvisioner));
		}
		this.tree = ImageTree.together(this.root, names());
		this.process = run();
		Runtime.getRuntime().addShutdownHook(this.end);
		this.gatewayClient = client("8080");
		awaitReady();
	}

	/** Replaces the ports of the container with free ones. */
	private String localized(String text) {
		return Pattern.compile("(?<=PORT: \"|PORT=|127\\.0\\.0\\.1:|\nport: )(80[0-9]{2}|909[01])")
			.matcher(text)
			.replaceAll((port) -> this.ports.computeIfAbsent(port.group(), (_) -> String.valueOf(FreePort.find())));
	}

	/** Returns the names of all services. */
	List<String> names() {
		return this.settings.path("services").valueStream().map((service) -> service.path("name").asString()).toList();
	}

	private static void giveServers(JsonNode service, String name, TenantProvisioner tenantProvisioner) {
		var environment = (ObjectNode) service.path("environment");
		if (environment.has("PARLEY_AMQP_URI")) {
			var tenant = ProductionSystem.tenant(name, service.path("name").asString());
			ProductionSystem.servers(tenantProvisioner.provision(tenant), environment.has("PARLEY_MONGODB_URI"))
				.forEach(environment::put);
		}
	}

	private Process run() throws IOException {
		var variables = new LinkedHashMap<String, String>();
		var dockerfile = Files.readString(this.root.resolve("Dockerfile"));
		var image = VARIABLES.matcher(dockerfile).results().findFirst().orElseThrow().group(1);
		VARIABLE.matcher(localized(image)).results().forEach((found) -> variables.put(found.group(1), found.group(2)));
		variables.putAll(this.compose.of("parley"));
		variables.put("PARLEY_S3_DIR", this.tree.data().resolve("objects").toString());
		// Their paths are those of the container; without them pictures wait.
		variables.keySet().removeAll(Set.of("PARLEY_LIBVIPS", "PARLEY_FFMPEG"));
		var file = this.tree.data().resolve("host.yml");
		Files.writeString(file, JSON.writeValueAsString(this.settings));
		Files.createDirectories(this.log.getParent());
		return this.tree.command(this.root, file, variables, "-Xmx512m", "-XX:TieredStopAtLevel=1")
			.redirectErrorStream(true)
			.redirectOutput(this.log.toFile())
			.start();
	}

	private GatewayClient client(String port) {
		return new GatewayClient(URI.create("http://127.0.0.1:" + this.ports.get(port)));
	}

	private void awaitReady() {
		if (!Await.until(READY_TIMEOUT, Duration.ofMillis(200), () -> !this.process.isAlive() || isReady())
				|| !this.process.isAlive()) {
			close();
			throw new IllegalStateException("The process did not become ready; its log is " + this.log);
		}
	}

	private boolean isReady() {
		try (var client = client("8070")) {
			return client.exchange(new GatewayRequest("GET", "/readyz", Map.of(), null)).status() == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	GatewayClient gateway() {
		return this.gatewayClient;
	}

	/** Returns a value of {@code .env}. */
	String variable(String variable) {
		return this.compose.variable(variable);
	}

	/** Returns the lines that the process has logged. */
	List<JsonNode> log() throws IOException {
		return Files.readAllLines(this.log).stream().map(JSON::readTree).toList();
	}

	/** Ends the process as {@code docker stop} does, and returns its exit code. */
	int stop() {
		this.process.destroy();
		return this.process.onExit().join().exitValue();
	}

	private void stopProcess() {
		stop();
		this.tree.delete();
	}

	@Override
	public void close() {
		this.gatewayClient.close();
		stopProcess();
		Runtime.getRuntime().removeShutdownHook(this.end);
	}

}
