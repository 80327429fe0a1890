package org.parley.launcher.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.launcher.checkout.Accounts;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.checkout.LauncherException;
import org.parley.launcher.checkout.Ports;
import org.parley.launcher.checkout.Status;
import org.parley.launcher.process.Daemon;
import org.parley.launcher.process.Environment;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.process.ProcessSpecs;
import org.parley.launcher.process.ProgressPrinter;
import org.parley.launcher.process.RollbackStack;
import org.parley.launcher.process.StartStack;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts what does not run yet.
 */
@Command(name = "up", description = "Build what is missing or old, start everything and wait until it is ready.")
public final class UpCommand implements Callable<Integer> {

	private static final int USUAL_PORT = 5000;

	private static final int MOST_WORKERS = 8;

	@Option(names = "--port", paramLabel = "N", defaultValue = "${env:PARLEY_PORT}", converter = PortConverter.class,
			description = "where the gateway listens; else $PARLEY_PORT, else " + USUAL_PORT)
	private @Nullable Integer port;

	private final Checkout checkout = Checkout.here();

	private final ProgressPrinter progressPrinter = new ProgressPrinter(System.out, InstantSource.system());

	@Option(names = "--compact", description = "one process per service, also for those with workers")
	private boolean compact;

	@Option(names = "--workers", paramLabel = "N", defaultValue = "${env:PARLEY_WORKERS}",
			description = "how many of each worker; else $PARLEY_WORKERS, else 1")
	private @Nullable Integer workers;

	@Option(names = "--twice", paramLabel = "NAME", split = ",",
			description = "a service that two processes answer for, such as forum")
	private Set<String> twice = Set.of();

	/**
	 * Is heeded by the script, before there is a launcher to run.
	 */
	@Option(names = "--no-build", description = "start what was built last")
	void noBuild(boolean ignored) {
	}

	@Override
	public Integer call() throws Exception {
		return CheckoutLock.in(this.checkout, this::up);
	}

	private int up() throws InterruptedException {
		var parts = settleParts();
		var missing = parts.stream().filter((part) -> !this.checkout.daemon(part).lives()).toList();
		var ports = settlePorts(parts, missing);
		if (missing.isEmpty() && Status.of(this.checkout).ready()) {
			this.progressPrinter.say("Parley is already up.");
		}
		else {
			start(missing, ports);
		}
		hintAtOlderBuilds(missing);
		introduce(new Environment(this.checkout, ports));
		return 0;
	}

	private void start(List<ProcessSpec> missing, Map<String, Integer> ports) throws InterruptedException {
		var all = this.progressPrinter.on("all");
		var rollbackStack = new RollbackStack();
		var breakingOff = new Thread(() -> breakOff(rollbackStack));
		Runtime.getRuntime().addShutdownHook(breakingOff);
		try {
			new StartStack(this.checkout, ports, this.progressPrinter, rollbackStack).start(missing);
			rollbackStack.forget();
			Runtime.getRuntime().removeShutdownHook(breakingOff);
			all.is("ready");
		}
		catch (LauncherException ex) {
			if (rollbackStack.isOver()) {
				breakingOff.join();
			}
			throw ex;
		}
		finally {
			rollbackStack.takeBack();
		}
	}

	private void breakOff(RollbackStack rollbackStack) {
		if (rollbackStack.takeBack()) {
			this.progressPrinter.say("Broken off; what was started is stopped.");
		}
	}

	/** As asked for; while something runs, as it runs, but for more workers. */
	private List<ProcessSpec> settleParts() {
		var count = Objects.requireNonNullElse(this.workers, 1);
		if (count < 1 || count > MOST_WORKERS) {
			throw new LauncherException("There can be 1 to %d of each worker.".formatted(MOST_WORKERS));
		}
		if (this.compact && count > 1) {
			throw new LauncherException("With --compact nobody has workers of its own: leave out --workers.");
		}
		var known = this.checkout.parts();
		var asked = new ProcessSpecs(this.compact, count, System.getenv("PARLEY_SMTP_HOST") == null, servicesTwice());
		var runs = known.all().stream().map(this.checkout::daemon).anyMatch(Daemon::lives);
		var says = this.compact || this.workers != null || !this.twice.isEmpty();
		var parts = runs ? says ? known.grown(asked) : known : asked;
		this.checkout.keep(parts);
		return parts.all();
	}

	private Set<String> servicesTwice() {
		return this.twice.stream().map(UpCommand::serviceTwice).collect(Collectors.toSet());
	}

	private static String serviceTwice(String name) {
		return ProcessSpec.SERVICES.stream()
			.filter((part) -> part.isCalled(name) && part.canBeTwice())
			.map(ProcessSpec::service)
			.findFirst()
			.orElseThrow(() -> new LauncherException("There cannot be two of %s. There can of %s.".formatted(name,
					ProcessSpec.SERVICES.stream().filter(ProcessSpec::canBeTwice).map(ProcessSpec::service).toList())));
	}

	private Map<String, Integer> settlePorts(List<ProcessSpec> parts, List<ProcessSpec> missing) {
		var known = this.checkout.ports().known();
		var gateway = gatewayPort(known, missing.size() < parts.size());
		if (missing.stream().anyMatch(ProcessSpec::isGateway) && !Ports.isFree(gateway)) {
			throw new LauncherException(
					"Port %d is taken by another program. Stop it, or choose another: ./parley up --port N"
						.formatted(gateway));
		}
		var down = portNames(missing.stream());
		var others = portNames(parts.stream().filter((part) -> !part.isGateway()));
		return this.checkout.ports()
			.settle(others, Map.of(ProcessSpec.GATEWAY, gateway), (name) -> !down.contains(name));
	}

	private static Set<String> portNames(Stream<ProcessSpec> parts) {
		return parts.flatMap(ProcessSpec::portNames).collect(Collectors.toSet());
	}

	private int gatewayPort(Map<String, Integer> known, boolean somethingRuns) {
		var asked = Optional.ofNullable(this.port);
		var last = Optional.ofNullable(known.get(ProcessSpec.GATEWAY)).filter((port) -> somethingRuns);
		if (asked.isPresent() && last.isPresent() && !asked.equals(last)) {
			throw new LauncherException("Parley runs with port %d. To change it: ./parley down, then up --port %d"
				.formatted(last.get(), asked.get()));
		}
		return last.or(() -> asked).orElse(USUAL_PORT);
	}

	private void hintAtOlderBuilds(List<ProcessSpec> started) {
		this.checkout.parts()
			.all()
			.stream()
			.filter((part) -> !started.contains(part) && !this.checkout.application(part).isPrepared())
			.forEach((part) -> this.progressPrinter
				.say("  %s runs an older build: ./parley restart %1$s".formatted(part.name())));
	}

	private void introduce(Environment environment) {
		this.progressPrinter.say("""

				Parley is ready.

				  API        %1$s/api/v1
				  browse it  %1$s/docs
				  health     %1$s/health
				  webhooks   %1$s/api/v1/webhook/hmac, signed with
				             %3$s
				  its mail   ./parley mail

				Accounts of this checkout (development only):

				%2$s

				./parley status, logs, restart, stop, start, down; all of them: ./parley --help"""
			.formatted(environment.gatewayUrl(), Accounts.of(this.checkout).table(), this.checkout.webhookSecret()));
	}

}
