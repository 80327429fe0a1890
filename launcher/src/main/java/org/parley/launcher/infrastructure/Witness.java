package org.parley.launcher.infrastructure;

import java.time.Duration;
import java.util.Map;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.Await;
import org.parley.launcher.process.Instance;

/**
 * A listener that hears everything, started for a while.
 *
 * @param instance its process
 * @param console of the broker
 * @param queue that it takes from
 */
public record Witness(Instance instance, BrokerManagementClient console, String queue) {

	private static final String MODULE = "witness";

	/** The one that is there from the beginning. */
	public static Witness of(Checkout checkout) {
		return of(checkout, MODULE);
	}

	/** The one that comes when much has been said already. */
	public static Witness late(Checkout checkout) {
		return of(checkout, "witness-late");
	}

	private static Witness of(Checkout checkout, String name) {
		return new Witness(Instance.tool(checkout, MODULE, name),
				new BrokerManagementClient(checkout.runningServers().rabbitManagement()), name.replace('-', '_'));
	}

	/** What makes it the one that it is. */
	public Map<String, String> identity() {
		return Map.of("SPRING_APPLICATION_NAME", this.instance.name());
	}

	/**
	 * Ends it and removes its queue, which would fill for ever, and all that it knows.
	 */
	public void forget() {
		this.instance.stop();
		this.console.forget(this.queue);
		try (var memory = new WitnessDatabase(this.instance)) {
			memory.forget();
		}
	}

	/**
	 * Waits until it hears all that it will: it binds its queue type by type, and may be
	 * ready before the last.
	 */
	public void awaitBindings() {
		var before = 0;
		var bindings = this.console.bindings(this.queue);
		while (bindings <= 1 || bindings != before) {
			Await.pass(Duration.ofSeconds(1));
			before = bindings;
			bindings = this.console.bindings(this.queue);
		}
	}

	/** How often it was given a message, repeats included, as far as the broker knows. */
	public long deliveries() {
		return this.console.deliveries(this.queue);
	}

}
