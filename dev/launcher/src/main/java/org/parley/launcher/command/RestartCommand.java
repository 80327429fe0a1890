package org.parley.launcher.command;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.process.ProcessSpec;
import org.parley.launcher.stack.Parts;
import org.parley.launcher.stack.ProgressPrinter;
import org.parley.launcher.stack.RollbackStack;
import org.parley.launcher.stack.StartStack;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Restarts a service, and one process after the other if there are several of a role.
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
		var running = new Parts(this.checkout);
		running.requireRunning();
		var progressPrinter = new ProgressPrinter(System.out, InstantSource.system());
		var start = new StartStack(this.checkout, this.checkout.ports().known(), progressPrinter, new RollbackStack());
		for (var round : inTurn(parts)) {
			if (round.stream().allMatch(this.checkout.processes()::isHosted)) {
				start.restartHosted(round);
			}
			else {
				round.forEach(running::stop);
				start.start(round);
			}
		}
		return 0;
	}

	/**
	 * Separates the processes of the same role, so that one of them serves requests at
	 * any time.
	 */
	static Collection<List<ProcessSpec>> inTurn(List<ProcessSpec> parts) {
		return parts.stream()
			.collect(Collectors.groupingBy(ProcessSpec::number, TreeMap::new, Collectors.toList()))
			.values();
	}

}
