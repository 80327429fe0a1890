package org.parley.resilience.witness;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.Await;
import org.parley.system.BrokerManagementClient;
import org.parley.system.Instance;

/**
 * A temporary service that consumes all events.
 *
 * @param instance the process
 * @param console client of the broker's management API
 * @param queue the queue that it consumes
 */
public record Witness(Instance instance, BrokerManagementClient console, String queue) {

	private static final String NAME = "witness";

	/** Returns the witness that runs from the beginning of a drill. */
	public static Witness of(Checkout checkout) {
		return of(checkout, NAME);
	}

	/** Returns the witness that starts after many events were published. */
	public static Witness late(Checkout checkout) {
		return of(checkout, "witness-late");
	}

	private static Witness of(Checkout checkout, String name) {
		return new Witness(Instance.tool(checkout, "resilience-tests/" + NAME, name),
				new BrokerManagementClient(checkout.runningServers().rabbitManagement()), name.replace('-', '_'));
	}

	/** Returns the environment that names the witness. */
	public Map<String, String> environment() {
		return Map.of("SPRING_APPLICATION_NAME", this.instance.name());
	}

	/**
	 * Stops the witness and deletes its queue and its database.
	 */
	public void remove() {
		this.instance.stop();
		this.console.deleteQueue(this.queue);
		try (var database = new WitnessDatabase(this.instance)) {
			database.drop();
		}
	}

	/**
	 * Waits until the number of bindings is stable: the witness binds its queue type by
	 * type and may be ready before the last one.
	 */
	public void awaitBindings() {
		var before = 0;
		var bindings = this.console.countBindings(this.queue);
		while (bindings <= 1 || bindings != before) {
			Await.sleep(Duration.ofSeconds(1));
			before = bindings;
			bindings = this.console.countBindings(this.queue);
		}
	}

	/**
	 * Requests snapshots of a service. Its broker user may send only to the queues of
	 * production, so this permits the witness's queue, too.
	 */
	public void requestSnapshots(Instance service, List<String> types) {
		this.console.permitRoutingKey(service.name(), service.name().replace("-service", ".events"),
				"to." + this.queue);
		new SnapshotRequests(service).request(this.queue, types);
	}

	/** Returns the broker's number of deliveries, including redeliveries. */
	public long deliveries() {
		return this.console.deliveries(this.queue);
	}

}
