package org.parley.launcher.command;

import java.time.InstantSource;
import java.util.concurrent.Callable;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.CheckoutLock;
import org.parley.launcher.stack.Parts;
import org.parley.launcher.stack.ProgressPrinter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Stops one service or one role of it.
 */
@Command(name = "stop", description = "Stop a service or one role of it; everything else keeps running.")
public final class StopCommand implements Callable<Integer> {

	@Parameters(paramLabel = "process", description = "for example moderation-worker or forum-service")
	private String process = "";

	private final Checkout checkout = Checkout.here();

	private final ProgressPrinter progressPrinter = new ProgressPrinter(System.out, InstantSource.system());

	@Override
	public Integer call() throws Exception {
		return CheckoutLock.runExclusively(this.checkout, this::stop);
	}

	private int stop() {
		var parts = new Parts(this.checkout);
		this.checkout.processes().named(this.process).forEach((part) -> {
			var task = this.progressPrinter.start(part.name());
			parts.stop(part);
			task.report("down");
		});
		return 0;
	}

}
