package org.parley.e2e;

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

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayRequest;
import org.parley.localstack.LocalStack;
import org.parley.localstack.tenant.BrokerRights;
import org.parley.localstack.tenant.RedisRights;
import org.parley.localstack.tenant.Tenant;
import org.parley.localstack.tenant.TenantProvisioner;
import org.parley.localstack.tenant.TenantServers;

/**
 * The part of Parley that a first thread needs, as {@code docker-compose.yml} runs it:
 * profile, environment and flags are those of production. Only containers are not there.
 */
final class ProductionSystem implements AutoCloseable {

	private static final String CONFIG_SERVER = "config-server";

	private static final List<String> SERVICES = List.of(CONFIG_SERVER, "auth-service", "forum-service", "gateway");

	/**
	 * A process that ends fails the start at once; this is for a machine that is busy.
	 */
	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private final Path root = Path.of(System.getProperty("parley.root")).toAbsolutePath().normalize();

	private final String name = "p" + Long.toHexString(ThreadLocalRandom.current().nextLong() & Long.MAX_VALUE);

	private final ComposeEnvironment environment;

	private final Map<String, Integer> ports = SERVICES.stream()
		.collect(Collectors.toMap(Function.identity(), (_) -> RunningSystem.freePort()));

	private final List<Process> processes = new ArrayList<>();

	private final Thread end = new Thread(this::end);

	private final GatewayClient gatewayClient;

	private ProductionSystem(Map<String, String> more) {
		this.environment = ComposeEnvironment.fresh(this.root, more);
		this.gatewayClient = new GatewayClient(addressOf("gateway"));
	}

	/**
	 * Starts it with empty servers.
	 * @param more what an operator adds to {@code .env}
	 * @throws org.parley.localstack.StackUnavailableException when there are no servers
	 * to be had
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

	/** A value of {@code .env}. */
	String variable(String variable) {
		return this.environment.variable(variable);
	}

	private void start(String service, TenantProvisioner tenantProvisioner) {
		var told = new LinkedHashMap<>(this.environment.of(service));
		if (told.containsKey("PARLEY_AMQP_URI")) {
			told.putAll(servers(tenantProvisioner.provision(tenant(service)), told.containsKey("PARLEY_MONGODB_URI")));
		}
		told.replaceAll((_, value) -> here(value));
		told.put("PORT", String.valueOf(this.ports.get(service)));
		told.put("PARLEY_CONFIG_DIR", this.root.resolve("config-repo").toString());
		told.put("SERVER_ADDRESS", "127.0.0.1");
		this.processes.add(run(service, told));
	}

	private static Map<String, String> servers(TenantServers servers, boolean database) {
		var told = new LinkedHashMap<>(Map.of("PARLEY_AMQP_URI", servers.amqpUri(), "PARLEY_REDIS_URI",
				servers.redisUri(), "PARLEY_REDIS_PREFIX", servers.redisPrefix()));
		if (database) {
			told.put("PARLEY_MONGODB_URI", servers.mongoUri());
		}
		return told;
	}

	/** They meet at the broker, and nobody else. */
	private Tenant tenant(String service) {
		var own = this.name + "-" + service;
		return new Tenant(own, own, this.name, BrokerRights.WHOLE_VHOST, own + ":", RedisRights.under(own + ":"));
	}

	/** Leads to a process where compose leads to a container. */
	private String here(String value) {
		var local = value;
		for (var service : SERVICES) {
			local = local.replace(service + ":8080", "127.0.0.1:" + this.ports.get(service));
		}
		return local;
	}

	private Process run(String service, Map<String, String> told) {
		try {
			var log = Files.createDirectories(Path.of("target", "production")).resolve(service + ".log");
			var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"@" + this.root.resolve("deploy/jvm.options"), "-Xmx256m", "-XX:TieredStopAtLevel=1", "-jar",
					new Checkout(this.root).jar(service).toString());
			builder.environment().keySet().removeIf((name) -> name.startsWith("PARLEY_"));
			builder.environment().putAll(told);
			return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void awaitReady(String service) {
		try (var door = new GatewayClient(addressOf(service))) {
			if (!Await.until(PATIENCE, Duration.ofMillis(200), () -> isReady(door))) {
				throw new IllegalStateException("%s is not ready; its log is in target/production".formatted(service));
			}
		}
	}

	private boolean isReady(GatewayClient door) {
		this.processes.stream().filter((process) -> !process.isAlive()).findAny().ifPresent((process) -> {
			throw new IllegalStateException(
					"A process has ended; the logs are in target/production: " + process.info());
		});
		try {
			return door.exchange(new GatewayRequest("GET", "/readyz", Map.of(), null)).status() == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	private URI addressOf(String service) {
		return URI.create("http://127.0.0.1:" + this.ports.get(service));
	}

	private void end() {
		this.processes.forEach(Process::destroy);
		this.processes.forEach((process) -> process.onExit().join());
	}

	@Override
	public void close() {
		this.gatewayClient.close();
		end();
		Runtime.getRuntime().removeShutdownHook(this.end);
	}

}
