package org.parley.launcher.infrastructure;

import java.time.Duration;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LauncherException;
import org.parley.launcher.client.Await;

/** The RabbitMQ of a checkout, as a process of this machine. */
public final class Broker {

	private final Checkout checkout;

	public Broker(Checkout checkout) {
		this.checkout = checkout;
	}

	/** Ends it as an administrator would. */
	public void stop() {
		var process = process();
		process.destroy();
		await(process);
	}

	/** Ends it as a power cut would. */
	public void kill() {
		var process = process();
		process.destroyForcibly();
		await(process);
	}

	/** Starts it, and everything else that is down, and waits until it listens. */
	public void start() {
		this.checkout.runningServers();
	}

	private ProcessHandle process() {
		return this.checkout.serverStates()
			.stream()
			.filter((server) -> server.name().equals("rabbit") && server.pid() > 0)
			.findFirst()
			.flatMap((server) -> ProcessHandle.of(server.pid()))
			.orElseThrow(
					() -> new LauncherException("RabbitMQ is no process of this machine, so it is not ours to end."));
	}

	/** The servers are nobody's children, so the system tells only by looking. */
	private void await(ProcessHandle process) {
		while (this.checkout.serverStates().stream().anyMatch((server) -> server.pid() == process.pid())) {
			Await.pass(Duration.ofMillis(200));
		}
	}

}
