package org.parley.launcher.backbone;

import java.util.Map;

import org.parley.launcher.Checkout;
import org.parley.launcher.Instance;

/**
 * A listener that hears everything, started for a while.
 *
 * @param instance its process
 * @param console of the broker
 * @param queue that it takes from
 */
public record Witness(Instance instance, BrokerConsole console, String queue) {

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
				new BrokerConsole(checkout.runningServers().rabbitManagement()), name.replace('-', '_'));
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
		try (var memory = new Memory(this.instance)) {
			memory.forget();
		}
	}

	/** How often it was given a message, repeats included, as far as the broker knows. */
	public long deliveries() {
		return this.console.deliveries(this.queue);
	}

}
