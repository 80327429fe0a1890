package org.parley.launcher.command;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.UnexpectedAnswerException;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.process.ProcessSpecs;
import org.parley.launcher.seed.SampleForum;
import org.parley.launcher.stack.Environment;
import org.parley.launcher.stack.LocalIssuer;
import org.parley.launcher.stack.Parts;
import org.parley.launcher.stack.ProgressPrinter;
import org.parley.launcher.stack.Prometheus;
import org.parley.launcher.stack.RollbackStack;
import org.parley.launcher.stack.StartStack;
import org.parley.launcher.stack.Status;
import org.parley.localstack.FreePort;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts all processes and servers that are not running.
 */
@Command(name = "up", description = "Build what has changed, start everything and wait until it is ready.")
public final class UpCommand implements Callable<Integer> {

	public static final int DEFAULT_PORT = 5000;

	private static final int MAX_WORKERS = 8;

	@Option(names = "--port", paramLabel = "N", defaultValue = "${env:PARLEY_PORT}", converter = PortConverter.class,
			description = "the gateway's port; default: $PARLEY_PORT or " + DEFAULT_PORT)
	private @Nullable Integer port;

	private final Checkout checkout = Checkout.here();

	private final ProgressPrinter progressPrinter = new ProgressPrinter(System.out, InstantSource.system());

	@Option(names = "--workers", paramLabel = "N", defaultValue = "${env:PARLEY_WORKERS}",
			description = "run services apart, and their workers as N processes of their own; default: $PARLEY_WORKERS")
	private @Nullable Integer workers;

	@Option(names = "--apart", description = "run each service as a process of its own")
	private boolean apart;

	@Option(names = "--twice", paramLabel = "NAME", split = ",",
			description = "run services apart, and two processes of one, such as forum")
	private Set<String> twice = Set.of();

	@Option(names = "--only", paramLabel = "NAME", split = ",",
			description = "start only these services, such as forum, with what they need and the gateway")
	private Set<String> only = Set.of();

	@Option(names = "--empty", description = "create no sample people and discussions in an empty forum")
	private boolean empty;

	@Option(names = "--observe", description = "also start Prometheus, with the alerts")
	private boolean observe;

	/**
	 * The script evaluates this option before it starts the launcher.
	 */
	@Option(names = "--no-build", description = "start the last build")
	void noBuild(boolean ignored) {
	}

	@Override
	public Integer call() throws Exception {
		return CheckoutLock.runExclusively(this.checkout, this::up);
	}

	private int up() throws InterruptedException {
		var parts = determineProcesses();
		var missing = new Parts(this.checkout).missing(parts);
		var ports = assignPorts(parts, missing);
		if (missing.isEmpty() && Status.of(this.checkout).ready()) {
			this.progressPrinter.print("Parley is already up.");
		}
		else {
			start(missing, ports);
		}
		reportOlderBuilds(missing);
		var environment = new Environment(this.checkout, ports);
		if (!this.empty && environment.accounts().hasAdmin()) {
			createSamples(environment);
		}
		printIntroduction(environment);
		if (!this.empty && environment.accounts().hasAdmin()) {
			startIssuer(environment, ports);
		}
		if (this.observe) {
			this.progressPrinter.print("%n  metrics    %s".formatted(new Prometheus(this.checkout, ports).start()));
		}
		return 0;
	}

	private void start(List<ProcessSpec> missing, Map<String, Integer> ports) throws InterruptedException {
		var all = this.progressPrinter.start("all");
		var rollbackStack = new RollbackStack();
		var shutdownHook = new Thread(() -> cancel(rollbackStack));
		Runtime.getRuntime().addShutdownHook(shutdownHook);
		try {
			new StartStack(this.checkout, ports, this.progressPrinter, rollbackStack).start(missing);
			rollbackStack.commit();
			Runtime.getRuntime().removeShutdownHook(shutdownHook);
			all.report("ready");
		}
		catch (LauncherException ex) {
			if (rollbackStack.isOver()) {
				shutdownHook.join();
			}
			throw ex;
		}
		finally {
			rollbackStack.rollBack();
		}
	}

	/** A forum without samples is usable, so a failure does not stop the start. */
	private void createSamples(Environment environment) {
		try (var gateway = new GatewayClient(URI.create(environment.gatewayUrl()))) {
			SampleForum.fill(this.checkout, gateway, environment.accounts(), Locale.getDefault().getLanguage())
				.ifPresent((created) -> this.progressPrinter
					.print("%n  samples    %s; an administrator removes them at /administration/start"
						.formatted(created)));
		}
		catch (UncheckedIOException | UnexpectedAnswerException ex) {
			this.progressPrinter.print("  The samples are incomplete: %s".formatted(ex.getMessage()));
		}
	}

	/** A forum without it is usable, so a failure does not stop the start. */
	private void startIssuer(Environment environment, Map<String, Integer> ports) throws InterruptedException {
		try (var gateway = new GatewayClient(URI.create(environment.gatewayUrl()))) {
			new LocalIssuer(this.checkout, ports).start(gateway, environment.accounts().admin());
			this.progressPrinter.print("""

					Local issuer, a provider of the sign-in page: every name and password is an account there, such as
					guest, who is new here, and alice@example.org, whose address is known here""");
		}
		catch (LauncherException | UncheckedIOException | UnexpectedAnswerException ex) {
			this.progressPrinter.print("  The local issuer is missing: %s".formatted(ex.getMessage()));
		}
	}

	private void cancel(RollbackStack rollbackStack) {
		if (rollbackStack.rollBack()) {
			this.progressPrinter.print("Cancelled; the started processes were stopped.");
		}
	}

	/**
	 * Returns the requested processes; while Parley runs, the running ones with
	 * additional workers.
	 */
	private List<ProcessSpec> determineProcesses() {
		var count = Objects.requireNonNullElse(this.workers, 0);
		if (count < 0 || count > MAX_WORKERS) {
			throw new LauncherException("--workers must be between 0 and %d.".formatted(MAX_WORKERS));
		}
		var known = this.checkout.processes();
		var together = !this.apart && this.workers == null && this.twice.isEmpty();
		var asked = new ProcessSpecs(together, count, !hasMailServer(), servicesTwice(), servicesOnly());
		var running = new Parts(this.checkout).isAnyAlive();
		var requested = this.apart || this.workers != null || !this.twice.isEmpty() || !this.only.isEmpty();
		var parts = running ? requested ? known.growTo(asked) : known : asked;
		this.checkout.saveProcesses(parts);
		return parts.all();
	}

	private Set<String> servicesTwice() {
		return this.twice.stream().map(UpCommand::serviceTwice).collect(Collectors.toSet());
	}

	private static String serviceTwice(String name) {
		return ProcessSpec.SERVICES.stream()
			.filter((part) -> part.hasName(name) && part.supportsSecond())
			.map(ProcessSpec::service)
			.findFirst()
			.orElseThrow(
					() -> new LauncherException("--twice does not support %s. Supported services: %s".formatted(name,
							ProcessSpec.SERVICES.stream()
								.filter(ProcessSpec::supportsSecond)
								.map(ProcessSpec::service)
								.toList())));
	}

	/** Whether mails go to another server than the mailbox. */
	private static boolean hasMailServer() {
		return System.getenv("PARLEY_SMTP_HOST") != null || System.getenv("PARLEY_MAIL_SERVERS") != null;
	}

	private Set<String> servicesOnly() {
		return this.only.stream()
			.flatMap((name) -> ProcessSpecs.SEPARATE_ROLES.named(name).stream())
			.map(ProcessSpec::service)
			.collect(Collectors.toSet());
	}

	private Map<String, Integer> assignPorts(List<ProcessSpec> parts, List<ProcessSpec> missing) {
		var known = this.checkout.ports().known();
		var gateway = gatewayPort(known, missing.size() < parts.size());
		if (missing.stream().anyMatch(ProcessSpec::isGateway)) {
			requireFree(gateway);
		}
		var down = portNames(missing.stream());
		if (!this.checkout.daemon(ProcessSpec.TOGETHER).isAlive()) {
			down.add(ProcessSpec.TOGETHER);
		}
		var others = Stream
			.concat(Stream.of(Checkout.PROMETHEUS, Checkout.ISSUER, ProcessSpec.TOGETHER),
					portNames(parts.stream().filter((part) -> !part.isGateway())).stream())
			.collect(Collectors.toSet());
		return this.checkout.ports()
			.assign(others, Map.of(ProcessSpec.GATEWAY, gateway), (name) -> !down.contains(name));
	}

	/**
	 * Requires that the gateway can listen.
	 * @throws LauncherException if another program does
	 */
	public static void requireFree(int gateway) {
		if (!FreePort.isFree(gateway)) {
			throw new LauncherException(
					"Port %d is used by another program. Stop that program or choose another port with --port N"
						.formatted(gateway));
		}
	}

	private static Set<String> portNames(Stream<ProcessSpec> parts) {
		return parts.flatMap(ProcessSpec::portNames).collect(Collectors.toCollection(HashSet::new));
	}

	private int gatewayPort(Map<String, Integer> known, boolean somethingRuns) {
		var asked = Optional.ofNullable(this.port);
		var last = Optional.ofNullable(known.get(ProcessSpec.GATEWAY)).filter((port) -> somethingRuns);
		if (asked.isPresent() && last.isPresent() && !asked.equals(last)) {
			throw new LauncherException(
					"Parley runs on port %d. To change this, run ./parley down and then ./parley up --port %d"
						.formatted(last.get(), asked.get()));
		}
		return last.or(() -> asked).orElse(DEFAULT_PORT);
	}

	private void reportOlderBuilds(List<ProcessSpec> started) {
		this.checkout.processes()
			.all()
			.stream()
			.filter((part) -> !this.checkout.processes().together() && !started.contains(part)
					&& !this.checkout.application(part).isPrepared())
			.forEach((part) -> this.progressPrinter
				.print("  %s runs an older build: ./parley restart %1$s".formatted(part.name())));
	}

	private void printIntroduction(Environment environment) {
		this.progressPrinter.print("""

				Parley is ready.

				  API        %1$s/api/v1
				  API docs   %1$s/docs
				  health     %1$s/health
				  webhooks   %1$s/api/v1/webhook/hmac, signing secret
				             %3$s
				  mail       ./parley mail

				Accounts of this checkout (development only):

				%2$s

				More commands: ./parley status, logs, restart, stop, start, down; all: ./parley --help"""
			.formatted(environment.gatewayUrl(), environment.accounts().table(), this.checkout.webhookSecret()));
	}

}
