package org.parley.launcher.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.process.Daemon;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.process.ProgressPrinter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Stops everything.
 */
@Command(name = "down", description = "Stop everything; the data stays.")
public final class DownCommand implements Callable<Integer> {

	private static final long GRACE = 25;

	@Option(names = "--wipe", description = "also remove the data, logs, ports and passwords")
	private boolean wipe;

	private final Checkout checkout = Checkout.here();

	private final ProgressPrinter progressPrinter = new ProgressPrinter(System.out, InstantSource.system());

	@Override
	public Integer call() throws Exception {
		return CheckoutLock.in(this.checkout, this::down);
	}

	private int down() {
		stop(ProcessSpec::isGateway);
		stop((part) -> !part.isGateway());
		var servers = this.progressPrinter.on("servers");
		if (this.wipe) {
			this.checkout.stack().wipe();
			List.of("secrets", "ports", "parts", "log", "run", "mail")
				.forEach((name) -> delete(this.checkout.state().resolve(name)));
		}
		else {
			this.checkout.stack().stop();
		}
		servers.is(this.wipe ? "down, data removed" : "down");
		return 0;
	}

	/**
	 * The gateway goes first, so that a request under way still finds its service.
	 */
	private void stop(Predicate<ProcessSpec> which) {
		this.checkout.parts()
			.all()
			.parallelStream()
			.filter(which)
			.map(this.checkout::daemon)
			.filter(Daemon::lives)
			.forEach((daemon) -> stop(daemon, this.progressPrinter));
	}

	/** Asks a process to end, and says that it has. */
	static void stop(Daemon daemon, ProgressPrinter progressPrinter) {
		var work = progressPrinter.on(daemon.name());
		daemon.stop(GRACE);
		work.is("down");
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

}
