package org.parley.resilience.drill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.resilience.witness.Witness;
import org.parley.system.Broker;
import org.parley.system.Instance;

/**
 * The processes and servers that faults use.
 *
 * @param checkout the checkout whose Parley is used
 * @param administrator signs in an administrator
 * @param auth auth-service
 * @param forum forum-service
 * @param witness the consumer whose applied events are checked
 * @param broker RabbitMQ
 * @param supervisor restarts ended processes
 * @param random source of random times
 * @param crashAgent the jar of the crash agent
 * @param clients clients of forum instances, besides the gateway
 */
public record DrillStage(Checkout checkout, Supplier<ApiUser> administrator, Instance auth, Instance forum,
		Witness witness, Broker broker, ProcessSupervisor supervisor, RandomGenerator random, Path crashAgent,
		List<GatewayClient> clients) {

	static DrillStage of(Checkout checkout, Supplier<ApiUser> administrator, RandomGenerator random) {
		return new DrillStage(checkout, administrator, Instance.of(checkout, "auth-service"),
				Instance.of(checkout, "forum-service"), Witness.of(checkout), new Broker(checkout),
				new ProcessSupervisor(), random, checkout.jar("verify/resilience-tests/crash-agent"),
				new ArrayList<>());
	}

	/** Starts the witness with an empty database, and supervises all three processes. */
	void open() {
		this.witness.remove();
		this.supervisor.supervise(this.auth, Map::of);
		this.supervisor.supervise(this.forum, Map::of);
		this.supervisor.supervise(this.witness.instance(), Map::of);
		this.supervisor.start();
		this.supervisor.awaitReady();
		this.witness.awaitBindings();
	}

	/** Removes the witness; the services keep running. */
	void close() throws InterruptedException {
		this.supervisor.release(this.witness.instance());
		try {
			this.supervisor.awaitReady();
		}
		finally {
			this.supervisor.stop();
			this.clients.forEach(GatewayClient::close);
			this.witness.remove();
		}
	}

	/** Restores the state of {@code up} after the drill was cancelled. */
	void restore() {
		try {
			this.supervisor.stop();
			this.supervisor.release(listener());
			this.witness.remove();
			this.broker.start();
			this.supervisor.restartEnded();
			for (var service : List.of(this.auth, this.forum)) {
				service.stop();
				service.start(Map.of());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Returns a newly signed-in administrator. */
	public ApiUser admin() {
		return this.administrator.get();
	}

	/**
	 * Returns a process by its name. A process that is supervised already is the same
	 * instance, because two would restart it with different environments.
	 */
	public Instance process(String name) {
		var process = Instance.of(this.checkout, name);
		return Stream.of(this.auth, this.forum)
			.filter((supervised) -> supervised.name().equals(process.name()))
			.findFirst()
			.orElse(process);
	}

	public Instance listener() {
		return this.witness.instance();
	}

	/** Restarts a process with additional environment variables. */
	public void restartWith(Instance instance, Supplier<Map<String, String>> environment) {
		this.supervisor.release(instance);
		instance.stop();
		this.supervisor.supervise(instance, environment);
	}

	/** Restarts a process without additional environment variables. */
	public void restartNormally(Instance instance) {
		restartWith(instance, Map::of);
	}

}
