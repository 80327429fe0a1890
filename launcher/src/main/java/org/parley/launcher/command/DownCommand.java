package org.parley.launcher.command;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.process.Daemon;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.stack.ProgressPrinter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Stops all processes and servers.
 */
@Command(name = "down", description = "Stop everything; keep the data.")
public final class DownCommand implements Callable<Integer> {

	private static final long GRACE = 30;

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
		Optional.of(this.checkout.daemon(Checkout.PROMETHEUS))
			.filter(Daemon::isAlive)
			.ifPresent((daemon) -> stop(daemon, this.progressPrinter));
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
		this.checkout.processes()
			.all()
			.parallelStream()
			.filter(which)
			.map(this.checkout::daemon)
			.filter(Daemon::isAlive)
			.forEach((daemon) -> stop(daemon, this.progressPrinter));
	}

	/** Stops a process and prints its state. */
	static void stop(Daemon daemon, ProgressPrinter progressPrinter) {
		var task = progressPrinter.start(daemon.name());
		daemon.stop(GRACE);
		task.report("down");
	}

}
