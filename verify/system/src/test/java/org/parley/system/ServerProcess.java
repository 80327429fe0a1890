package org.parley.system;

import java.time.Duration;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.Await;
import org.parley.launcher.process.LauncherException;

/**
 * The process of one of a checkout's servers.
 *
 * @param name {@code mongo}, {@code rabbit} or {@code redis}
 */
public record ServerProcess(Checkout checkout, String name) {

	/** Stops the server gracefully. */
	public void stop() {
		var process = process();
		process.destroy();
		await(process);
	}

	public void kill() {
		var process = process();
		process.destroyForcibly();
		await(process);
	}

	/**
	 * Starts the server and all others that are down, and waits until they accept
	 * connections.
	 */
	public void start() {
		this.checkout.runningServers();
	}

	/**
	 * Returns the process.
	 * @throws LauncherException if the server is elsewhere
	 */
	public ProcessHandle process() {
		return this.checkout.serverStates()
			.stream()
			.filter((server) -> server.name().equals(this.name) && server.pid() > 0)
			.findFirst()
			.flatMap((server) -> ProcessHandle.of(server.pid()))
			.orElseThrow(() -> new LauncherException(
					"%s does not run as a process on this machine, so it cannot be stopped.".formatted(this.name)));
	}

	/** The server is not a child process, so its end is polled. */
	private void await(ProcessHandle process) {
		while (this.checkout.serverStates().stream().anyMatch((server) -> server.pid() == process.pid())) {
			Await.sleep(Duration.ofMillis(200));
		}
	}

}
