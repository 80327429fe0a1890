package org.parley.launcher;

import java.time.InstantSource;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Starts what {@code stop} has stopped.
 */
@Command(name = "start", description = "Start a service, or one role of it, that was stopped.")
final class Start implements Callable<Integer> {

	@Parameters(paramLabel = "process", description = "for example moderation-worker, or forum-service")
	private String process = "";

	private final Checkout checkout = Checkout.here();

	@Override
	public Integer call() throws Exception {
		return CheckoutLock.in(this.checkout, this::start);
	}

	private int start() throws InterruptedException {
		var ports = this.checkout.ports().known();
		if (ports.isEmpty()) {
			throw new LauncherException("Nothing runs yet: ./parley up");
		}
		var missing = this.checkout.parts()
			.named(this.process)
			.stream()
			.filter((part) -> !this.checkout.daemon(part).lives())
			.toList();
		new StartStack(this.checkout, ports, new ProgressPrinter(System.out, InstantSource.system()),
				new RollbackStack())
			.start(missing);
		return 0;
	}

}
