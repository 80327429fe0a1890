package org.parley.launcher.infrastructure;

import java.time.Duration;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LauncherException;
import org.parley.launcher.client.Await;

/** The RabbitMQ process of a checkout. */
public final class Broker {

	private final Checkout checkout;

	public Broker(Checkout checkout) {
		this.checkout = checkout;
	}

	/** Stops RabbitMQ gracefully. */
	public void stop() {
		var process = process();
		process.destroy();
		await(process);
	}

	/** Kills RabbitMQ. */
	public void kill() {
		var process = process();
		process.destroyForcibly();
		await(process);
	}

	/**
	 * Starts RabbitMQ and all other servers that are down, and waits until they accept
	 * connections.
	 */
	public void start() {
		this.checkout.runningServers();
	}

	private ProcessHandle process() {
		return this.checkout.serverStates()
			.stream()
			.filter((server) -> server.name().equals("rabbit") && server.pid() > 0)
			.findFirst()
			.flatMap((server) -> ProcessHandle.of(server.pid()))
			.orElseThrow(() -> new LauncherException(
					"RabbitMQ does not run as a process on this machine, so it cannot be stopped."));
	}

	/** The server is not a child process, so its end is polled. */
	private void await(ProcessHandle process) {
		while (this.checkout.serverStates().stream().anyMatch((server) -> server.pid() == process.pid())) {
			Await.sleep(Duration.ofMillis(200));
		}
	}

}
