package org.parley.launcher.command;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.process.Daemon;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.stack.Parts;
import org.parley.launcher.stack.ProgressPrinter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Stops all processes and servers.
 */
@Command(name = "down", description = "Stop everything; keep the data.")
public final class DownCommand implements Callable<Integer> {

	@Option(names = "--wipe", description = "also delete the data, logs, ports and passwords")
	private boolean wipe;

	private final Checkout checkout = Checkout.here();

	private final ProgressPrinter progressPrinter = new ProgressPrinter(System.out, InstantSource.system());

	@Override
	public Integer call() throws Exception {
		return CheckoutLock.runExclusively(this.checkout, this::down);
	}

	private int down() {
		stop(ProcessSpec::isGateway);
		stop((part) -> !part.isGateway());
		Stream.of(Checkout.ISSUER, Checkout.PROMETHEUS)
			.map(this.checkout::daemon)
			.filter(Daemon::isAlive)
			.forEach(this::stop);
		var servers = this.progressPrinter.start("servers");
		if (this.wipe) {
			this.checkout.wipe();
		}
		else {
			this.checkout.stack().stop();
		}
		servers.report(this.wipe ? "down, data deleted" : "down");
		return 0;
	}

	/**
	 * The gateway is stopped first, so that running requests still reach their services.
	 */
	private void stop(Predicate<ProcessSpec> which) {
		var parts = new Parts(this.checkout);
		this.checkout.processes()
			.all()
			.stream()
			.filter(which)
			.map(parts::daemon)
			.filter(Daemon::isAlive)
			.collect(Collectors.toMap(Daemon::name, Function.identity(), (first, _) -> first))
			.values()
			.parallelStream()
			.forEach(this::stop);
	}

	private void stop(Daemon daemon) {
		var task = this.progressPrinter.start(daemon.name());
		daemon.stop();
		task.report("down");
	}

}
