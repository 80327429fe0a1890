package org.parley.launcher.checkout;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.parley.launcher.process.Application;
import org.parley.launcher.process.Daemon;
import org.parley.launcher.process.HostedProcess;
import org.parley.launcher.process.JavaApplication;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.process.NodeApplication;
import org.parley.launcher.process.PidFile;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.process.ProcessSpecs;
import org.parley.localstack.LocalStack;
import org.parley.localstack.SecretFile;
import org.parley.localstack.ServerState;
import org.parley.localstack.Servers;
import org.parley.localstack.tenant.BrokerRights;
import org.parley.localstack.tenant.RedisRights;
import org.parley.localstack.tenant.Tenant;
import org.parley.localstack.tenant.TenantProvisioner;
import org.parley.localstack.tenant.TenantServers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A checkout of the sources and its state on this machine, which is stored in
 * {@code .parley}. Checkouts share no state.
 *
 * @param root the root folder
 */
public record Checkout(Path root) {

	/** Name of the Prometheus process, its port and its folder. */
	public static final String PROMETHEUS = "prometheus";

	/**
	 * The issuer of a development start, its port, its log and its registered address.
	 */
	public static final String ISSUER = "issuer";

	private static final String SAMPLES = "unfinished-samples";

	/** The folders of modules that are not at the top. */
	private static final List<String> GROUPS = List.of("dev", "platform", "verify");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/**
	 * Returns the checkout that {@code ./parley} was called in.
	 */
	public static Checkout here() {
		return new Checkout(Path.of(System.getProperty("parley.root", "")).toAbsolutePath().normalize());
	}

	public Path state() {
		return this.root.resolve(".parley");
	}

	public Path log(String name) {
		return state().resolve("log").resolve(name + ".log");
	}

	public Application application(ProcessSpec processSpec) {
		if (processSpec.isWeb()) {
			return new NodeApplication(folder(processSpec.service()));
		}
		return new JavaApplication(jar(processSpec.service()), state().resolve("apps").resolve(processSpec.service()),
				processSpec.name(), processSpec.flags());
	}

	/** Returns the program that runs all services in one process. */
	public HostedProcess hostedProcess() {
		return new HostedProcess(jar("host"), state().resolve("apps").resolve("together"));
	}

	/** Returns the folder of the local storage of media. */
	public Path objects() {
		return state().resolve("objects");
	}

	public Path servers() {
		return state().resolve("servers");
	}

	public LocalStack stack() {
		return LocalStack.in(servers());
	}

	/** Returns the signing secret of the webhook provider {@code hmac}. */
	public String webhookSecret() {
		return secrets().get("webhook-secret");
	}

	public SecretFile secrets() {
		return SecretFile.in(state().resolve("secrets"));
	}

	/**
	 * Returns a service's users and permissions in the servers.
	 */
	public Tenant tenant(String service) {
		return Tenant.service(service, secrets().get("password-of-" + service), brokerRights(service),
				redisRights(service));
	}

	/**
	 * Returns the service's broker permissions of {@code deploy}; a tool, which is not
	 * deployed, gets all permissions.
	 */
	private BrokerRights brokerRights(String service) {
		var definitions = JSON
			.readTree(this.root.resolve("deploy").resolve("rabbitmq").resolve("definitions.json").toFile());
		var topics = of(service, definitions.path("topic_permissions"))
			.map((permission) -> JSON.treeToValue(permission, BrokerRights.TopicRights.class))
			.toList();
		return of(service, definitions.path("permissions"))
			.map((permission) -> new BrokerRights(permission.path("configure").asString(),
					permission.path("write").asString(), permission.path("read").asString(), topics))
			.findFirst()
			.orElse(BrokerRights.WHOLE_VHOST);
	}

	private static Stream<JsonNode> of(String service, JsonNode permissions) {
		return permissions.valueStream().filter((permission) -> permission.path("user").asString().equals(service));
	}

	/**
	 * Returns the service's Redis permissions of {@code deploy}.
	 */
	private RedisRights redisRights(String service) {
		var user = Pattern.compile("(?m)^user %s on >\\S+ (.*)$".formatted(Pattern.quote(service)));
		return user.matcher(read(this.root.resolve("deploy").resolve("redis").resolve("users.acl")))
			.results()
			.map((match) -> RedisRights.parse(match.group(1)))
			.findFirst()
			.orElseGet(() -> RedisRights.under(service + ":"));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns the server addresses and credentials of a service, for tools.
	 */
	public TenantServers serversOf(String service) {
		try (var provisioner = new TenantProvisioner(stack().start())) {
			return provisioner.provision(tenant(service));
		}
	}

	/**
	 * Starts the servers that are down and returns their administrator addresses.
	 */
	public Servers runningServers() {
		return stack().start();
	}

	/** Returns the file that exists until all samples are created. */
	public Path unfinishedSamples() {
		return state().resolve(SAMPLES);
	}

	/** Stops the servers, and deletes all data, secrets and logs of this checkout. */
	public void wipe() {
		stack().wipe();
		List.of("secrets", "ports", "processes", "log", "run", "mail", "search", "objects", PROMETHEUS, ISSUER, SAMPLES)
			.forEach((name) -> delete(state().resolve(name)));
	}

	private static void delete(Path path) {
		if (!Files.exists(path)) {
			return;
		}
		try (var files = Files.walk(path)) {
			for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns the catalogue of events, in YAML. */
	public String eventCatalogue() {
		return read(this.root.resolve("contracts").resolve("src/main/resources/catalogue.yml"));
	}

	/**
	 * Returns the state of the servers.
	 */
	public List<ServerState> serverStates() {
		return stack().status();
	}

	/**
	 * Returns the configured processes.
	 */
	public ProcessSpecs processes() {
		return Files.exists(processesFile()) ? JSON.readValue(processesFile().toFile(), ProcessSpecs.class)
				: ProcessSpecs.TOGETHER;
	}

	/**
	 * Stores which processes are configured.
	 */
	public void saveProcesses(ProcessSpecs processSpecs) {
		try {
			Files.createDirectories(state());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		JSON.writeValue(processesFile().toFile(), processSpecs);
	}

	private Path processesFile() {
		return state().resolve("processes");
	}

	public Ports ports() {
		return new Ports(state().resolve("ports"));
	}

	public Daemon daemon(ProcessSpec processSpec) {
		return daemon(processSpec.name());
	}

	public Daemon daemon(String name) {
		return new Daemon(name, new PidFile(state().resolve("run").resolve(name + ".pid")), log(name));
	}

	/**
	 * Returns a module's folder.
	 * @param module its artifact, or its path from the root
	 */
	public Path folder(String module) {
		return GROUPS.stream()
			.map((group) -> this.root.resolve(group).resolve(module))
			.filter(Files::exists)
			.findFirst()
			.orElseGet(() -> this.root.resolve(module));
	}

	/**
	 * Returns a module's newest jar.
	 * @param module its artifact, or its path from the root
	 */
	public Path jar(String module) {
		var target = folder(module).resolve("target").toFile();
		var prefix = Path.of(module).getFileName() + "-";
		var jars = target.listFiles((folder, name) -> name.startsWith(prefix) && name.endsWith(".jar"));
		return Stream.ofNullable(jars)
			.flatMap(Arrays::stream)
			.max(Comparator.comparingLong(File::lastModified))
			.orElseThrow(
					() -> new LauncherException("There is no jar in %s. Build it with ./parley up.".formatted(target)))
			.toPath();
	}

}
