package org.parley.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayRequest;
import org.parley.localstack.LocalStack;
import org.parley.localstack.tenant.BrokerRights;
import org.parley.localstack.tenant.RedisRights;
import org.parley.localstack.tenant.Tenant;
import org.parley.localstack.tenant.TenantProvisioner;
import org.parley.localstack.tenant.TenantServers;
import org.parley.localstack.FreePort;

/**
 * The services needed for a first thread, with the files, command and user of their
 * images and the profile and environment of {@code docker-compose.yml}, but without
 * containers.
 */
final class ProductionSystem implements AutoCloseable {

	private static final String CONFIG_SERVER = "config-server";

	private static final List<String> SERVICES = List.of(CONFIG_SERVER, "auth-service", "forum-service", "gateway");

	/** The service that starts from its AOT cache, and ends if it cannot. */
	private static final String TRAINED = "forum-service";

	/**
	 * Long enough for a busy machine; a process that exits fails the start at once.
	 */
	private static final Duration READY_TIMEOUT = Duration.ofMinutes(15);

	private final Path root = Path.of(System.getProperty("parley.root")).toAbsolutePath().normalize();

	private final String name = "p" + Long.toHexString(ThreadLocalRandom.current().nextLong() & Long.MAX_VALUE);

	private final ComposeEnvironment environment;

	private final Map<String, Integer> ports = SERVICES.stream()
		.collect(Collectors.toMap(Function.identity(), (_) -> FreePort.find()));

	private final List<Process> processes = new ArrayList<>();

	private final List<ImageTree> trees = new ArrayList<>();

	private final Thread end = new Thread(this::stopProcesses);

	private final GatewayClient gatewayClient;

	private ProductionSystem(Map<String, String> more) {
		this.environment = ComposeEnvironment.load(this.root, more);
		this.gatewayClient = new GatewayClient(addressOf("gateway"));
	}

	/**
	 * Starts the services with empty servers.
	 * @param more additional variables of {@code .env}
	 * @throws org.parley.localstack.StackUnavailableException if no servers are available
	 */
	static ProductionSystem start(Map<String, String> more) {
		var system = new ProductionSystem(more);
		Runtime.getRuntime().addShutdownHook(system.end);
		try (var tenantProvisioner = new TenantProvisioner(LocalStack.forTests())) {
			system.start(CONFIG_SERVER, tenantProvisioner);
			system.awaitReady(CONFIG_SERVER);
			var others = SERVICES.stream().filter((service) -> !service.equals(CONFIG_SERVER)).toList();
			others.forEach((service) -> system.start(service, tenantProvisioner));
			others.forEach(system::awaitReady);
			return system;
		}
		catch (RuntimeException ex) {
			system.close();
			throw ex;
		}
	}

	GatewayClient gateway() {
		return this.gatewayClient;
	}

	/** Returns a value of {@code .env}. */
	String variable(String variable) {
		return this.environment.variable(variable);
	}

	/** Returns the lines that a service has logged. */
	List<String> log(String service) {
		try {
			return Files.readAllLines(logOf(service));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path logOf(String service) {
		return Path.of("target", "production", service + ".log");
	}

	private void start(String service, TenantProvisioner tenantProvisioner) {
		var variables = new LinkedHashMap<>(this.environment.of(service));
		if (variables.containsKey("PARLEY_AMQP_URI")) {
			variables.putAll(servers(tenantProvisioner.provision(tenant(this.name, service)),
					variables.containsKey("PARLEY_MONGODB_URI")));
		}
		variables.replaceAll((_, value) -> localize(value));
		variables.put("PORT", String.valueOf(this.ports.get(service)));
		variables.put("SERVER_ADDRESS", "127.0.0.1");
		this.processes.add(run(service, variables));
	}

	/** Returns the addresses of a service's servers. */
	static Map<String, String> servers(TenantServers servers, boolean database) {
		var variables = new LinkedHashMap<>(Map.of("PARLEY_AMQP_URI", servers.amqpUri(), "PARLEY_REDIS_URI",
				servers.redisUri(), "PARLEY_REDIS_PREFIX", servers.redisPrefix()));
		if (database) {
			variables.put("PARLEY_MONGODB_URI", servers.mongoUri());
		}
		return variables;
	}

	/** The services share a virtual host of their own. */
	static Tenant tenant(String name, String service) {
		var own = name + "-" + service;
		return new Tenant(own, own, name, BrokerRights.WHOLE_VHOST, own + ":", RedisRights.under(own + ":"));
	}

	/** Replaces container addresses with those of local processes. */
	private String localize(String value) {
		var local = value;
		for (var service : SERVICES) {
			local = local.replace(service + ":8080", "127.0.0.1:" + this.ports.get(service));
		}
		return local;
	}

	private Process run(String service, Map<String, String> variables) {
		try {
			var log = logOf(service);
			Files.createDirectories(log.getParent());
			var trained = service.equals(TRAINED);
			var tree = ImageTree.of(this.root, service, trained);
			this.trees.add(tree);
			return tree
				.command(this.root, variables, "-Xmx256m", "-XX:TieredStopAtLevel=1",
						trained ? "-XX:AOTMode=on" : "-XX:AOTMode=off")
				.redirectErrorStream(true)
				.redirectOutput(log.toFile())
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void awaitReady(String service) {
		try (var client = new GatewayClient(addressOf(service))) {
			if (!Await.until(READY_TIMEOUT, Duration.ofMillis(200), () -> isReady(client))) {
				throw new IllegalStateException(
						"%s did not become ready; its log is in target/production".formatted(service));
			}
		}
	}

	private boolean isReady(GatewayClient client) {
		this.processes.stream().filter((process) -> !process.isAlive()).findAny().ifPresent((process) -> {
			throw new IllegalStateException(
					"A process has exited; the logs are in target/production: " + process.info());
		});
		try {
			return client.exchange(new GatewayRequest("GET", "/readyz", Map.of(), null)).status() == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	private URI addressOf(String service) {
		return URI.create("http://127.0.0.1:" + this.ports.get(service));
	}

	private void stopProcesses() {
		this.processes.forEach(Process::destroy);
		this.processes.forEach((process) -> process.onExit().join());
		this.trees.forEach(ImageTree::delete);
		this.trees.clear();
	}

	@Override
	public void close() {
		this.gatewayClient.close();
		stopProcesses();
		Runtime.getRuntime().removeShutdownHook(this.end);
	}

}
