package org.parley.launcher.command;

import java.time.InstantSource;
import java.util.concurrent.Callable;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.stack.Parts;
import org.parley.launcher.stack.ProgressPrinter;
import org.parley.launcher.stack.RollbackStack;
import org.parley.launcher.stack.StartStack;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Starts a stopped service.
 */
@Command(name = "start", description = "Start a stopped service or one role of it.")
public final class StartCommand implements Callable<Integer> {

	@Parameters(paramLabel = "process", description = "for example moderation-worker or forum-service")
	private String process = "";

	private final Checkout checkout = Checkout.here();

	@Override
	public Integer call() throws Exception {
		return CheckoutLock.runExclusively(this.checkout, this::start);
	}

	private int start() throws InterruptedException {
		var parts = new Parts(this.checkout);
		parts.requireRunning();
		var missing = parts.missing(this.checkout.processes().named(this.process));
		new StartStack(this.checkout, this.checkout.ports().known(),
				new ProgressPrinter(System.out, InstantSource.system()), new RollbackStack())
			.start(missing);
		return 0;
	}

}
