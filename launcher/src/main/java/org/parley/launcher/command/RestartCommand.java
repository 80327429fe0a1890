package org.parley.launcher.command;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.process.LauncherException;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.stack.ProgressPrinter;
import org.parley.launcher.stack.RollbackStack;
import org.parley.launcher.stack.StartStack;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Restarts a service.
 */
@Command(name = "restart", description = "Build what has changed, then restart a service in all its roles.")
public final class RestartCommand implements Callable<Integer> {

	@Parameters(paramLabel = "service",
			description = "for example forum-service or forum; moderation-worker for one role")
	private String service = "";

	private final Checkout checkout = Checkout.here();

	@Override
	public Integer call() throws Exception {
		return CheckoutLock.runExclusively(this.checkout, () -> restart(this.checkout.processes().named(this.service)));
	}

	private int restart(List<ProcessSpec> parts) throws InterruptedException {
		var ports = this.checkout.ports().known();
		if (ports.isEmpty()) {
			throw new LauncherException("Parley is not running. Start it with ./parley up.");
		}
		parts.forEach((part) -> this.checkout.daemon(part).stop(25));
		new StartStack(this.checkout, ports, new ProgressPrinter(System.out, InstantSource.system()),
				new RollbackStack())
			.start(parts);
		return 0;
	}

}
