package org.parley.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.process.OperatingSystemProcesses;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.process.Readiness;
import org.parley.localstack.LocalStack;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Prometheus that reads the metrics of this checkout's processes and evaluates the
 * alerts of {@code deploy/observability}.
 */
public final class Prometheus {

	private static final Duration READY_TIMEOUT = Duration.ofSeconds(60);

	/** The metrics of the config server need a password; the others have none. */
	private static final Set<String> SILENT = Set.of(ProcessSpec.MAILBOX, ProcessSpec.STORAGE,
			ProcessSpec.CONFIG_SERVER, ProcessSpec.WEB);

	private static final Pattern RABBITMQ = Pattern.compile("(?m)^PARLEY_RABBIT_PROM_URL='http://([^/]+)/");

	private final Checkout checkout;

	private final Map<String, Integer> ports;

	private final Path folder;

	public Prometheus(Checkout checkout, Map<String, Integer> ports) {
		this.checkout = checkout;
		this.ports = ports;
		this.folder = checkout.state().resolve(Checkout.PROMETHEUS);
	}

	/**
	 * Starts it, or tells the running one about the present processes.
	 * @return its address
	 * @throws LauncherException if it does not become ready
	 * @throws org.parley.localstack.StackUnavailableException if it is not available
	 */
	public String start() throws InterruptedException {
		configure();
		var daemon = this.checkout.daemon(Checkout.PROMETHEUS);
		var port = this.ports.getOrDefault(Checkout.PROMETHEUS, 0);
		if (!daemon.isAlive()) {
			daemon.start(List.of(LocalStack.tool(Checkout.PROMETHEUS).toString(),
					"--config.file=" + this.folder.resolve("prometheus.yml"),
					"--storage.tsdb.path=" + this.folder.resolve("data"), "--web.listen-address=127.0.0.1:" + port),
					Map.of());
		}
		var deadline = System.nanoTime() + READY_TIMEOUT.toNanos();
		while (!Readiness.isReady(port, "/-/ready")) {
			var process = daemon.process()
				.filter((_) -> System.nanoTime() < deadline)
				.orElseThrow(() -> new LauncherException("Prometheus did not start; see " + daemon.log()));
			OperatingSystemProcesses.pause(process);
		}
		return "http://127.0.0.1:" + port;
	}

	private void configure() {
		try {
			Files.createDirectories(this.folder.resolve("scrape"));
			Files.createDirectories(this.folder.resolve("alertmanagers"));
			var source = this.checkout.root().resolve("deploy/observability").resolve(Checkout.PROMETHEUS);
			for (var file : List.of("prometheus.yml", "rules.yml")) {
				Files.copy(source.resolve(file), this.folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
			}
			// Prometheus notices changes of the targets, and reads its configuration
			// once.
			write("targets.json", this.checkout.processes().all().stream().filter(this::isScraped).map(this::target));
			write("scrape/parley.yml", Map.of("scrape_configs", Stream.concat(Stream.of(parley()), rabbitmq())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(String file, Object content) {
		JsonMapper.shared().writeValue(this.folder.resolve(file).toFile(), content);
	}

	private boolean isScraped(ProcessSpec processSpec) {
		return !SILENT.contains(processSpec.service());
	}

	private Map<String, Object> target(ProcessSpec processSpec) {
		return Map.of("targets", List.of("127.0.0.1:" + this.ports.get(processSpec.name())), "labels",
				Map.of("job", processSpec.service(), "role", processSpec.role()));
	}

	private Map<String, Object> parley() {
		return Map.of("job_name", "parley", "metrics_path", "/metrics", "file_sd_configs",
				List.of(Map.of("files", List.of(this.folder.resolve("targets.json").toString()))));
	}

	/** Returns the queues of a RabbitMQ that this checkout has started. */
	private Stream<Map<String, Object>> rabbitmq() throws IOException {
		var environment = this.checkout.servers().resolve("env");
		var text = Files.exists(environment) ? Files.readString(environment) : "";
		return RABBITMQ.matcher(text).results().map(Prometheus::rabbitmq);
	}

	private static Map<String, Object> rabbitmq(MatchResult address) {
		return Map.of("job_name", "rabbitmq", "metrics_path", "/metrics/detailed", "params",
				Map.of("vhost", List.of("parley"), "family", List.of("queue_coarse_metrics", "queue_consumer_count")),
				"static_configs", List.of(Map.of("targets", List.of(address.group(1)))));
	}

}
