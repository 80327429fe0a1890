package org.parley.launcher.command;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.checkout.LauncherException;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.process.ProgressPrinter;
import org.parley.launcher.process.RollbackStack;
import org.parley.launcher.process.StartStack;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Stops a service and starts it anew.
 */
@Command(name = "restart", description = "Build what is old, then stop a service and start it anew, in all its roles.")
public final class RestartCommand implements Callable<Integer> {

	@Parameters(paramLabel = "service",
			description = "for example forum-service, or just forum; moderation-worker for one role")
	private String service = "";

	private final Checkout checkout = Checkout.here();

	@Override
	public Integer call() throws Exception {
		return CheckoutLock.in(this.checkout, () -> restart(this.checkout.parts().named(this.service)));
	}

	private int restart(List<ProcessSpec> parts) throws InterruptedException {
		var ports = this.checkout.ports().known();
		if (ports.isEmpty()) {
			throw new LauncherException("Nothing runs yet: ./parley up");
		}
		parts.forEach((part) -> this.checkout.daemon(part).stop(25));
		new StartStack(this.checkout, ports, new ProgressPrinter(System.out, InstantSource.system()),
				new RollbackStack())
			.start(parts);
		return 0;
	}

}
