package org.parley.system;

import org.parley.launcher.checkout.Checkout;

/** The RabbitMQ process of a checkout. */
public final class Broker {

	private final ServerProcess process;

	public Broker(Checkout checkout) {
		this.process = new ServerProcess(checkout, "rabbit");
	}

	/** Stops RabbitMQ gracefully. */
	public void stop() {
		this.process.stop();
	}

	/** Kills RabbitMQ. */
	public void kill() {
		this.process.kill();
	}

	/**
	 * Starts RabbitMQ and all other servers that are down, and waits until they accept
	 * connections.
	 */
	public void start() {
		this.process.start();
	}

}
