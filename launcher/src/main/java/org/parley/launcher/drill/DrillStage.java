package org.parley.launcher.drill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.infrastructure.Broker;
import org.parley.launcher.infrastructure.Witness;
import org.parley.launcher.process.Instance;

/**
 * What a fault may break.
 *
 * @param checkout whose Parley runs
 * @param administrator signs one in
 * @param auth auth-service
 * @param forum forum-service
 * @param witness the listener that is compared with
 * @param broker RabbitMQ
 * @param supervisor brings back what ends
 * @param random decides when
 * @param crashAgent the jar that makes a process crash
 * @param doors where the forum can be written to, beside the gateway
 */
public record DrillStage(Checkout checkout, Supplier<ApiUser> administrator, Instance auth, Instance forum, Witness witness,
		Broker broker, ProcessSupervisor supervisor, RandomGenerator random, Path crashAgent,
		List<GatewayClient> doors) {

	static DrillStage of(Checkout checkout, Supplier<ApiUser> administrator, RandomGenerator random) {
		return new DrillStage(checkout, administrator, Instance.of(checkout, "auth-service"),
				Instance.of(checkout, "forum-service"), Witness.of(checkout), new Broker(checkout),
				new ProcessSupervisor(), random, checkout.jar("crash-agent"), new ArrayList<>());
	}

	/** Starts the witness, who knows nothing; from then on all three are minded. */
	void open() {
		this.witness.forget();
		this.supervisor.mind(this.auth, Map::of);
		this.supervisor.mind(this.forum, Map::of);
		this.supervisor.mind(this.witness.instance(), Map::of);
		this.supervisor.begin();
		this.supervisor.awaitReady();
		this.witness.awaitBindings();
	}

	/** Ends the witness and all that was for it; the services go on. */
	void close() throws InterruptedException {
		this.supervisor.forget(this.witness.instance());
		try {
			this.supervisor.awaitReady();
		}
		finally {
			this.supervisor.end();
			this.doors.forEach(GatewayClient::close);
			this.witness.forget();
		}
	}

	/** Puts everything back as {@code up} leaves it, when the drill is broken off. */
	void restore() {
		try {
			this.supervisor.end();
			this.supervisor.forget(listener());
			this.witness.forget();
			this.broker.start();
			this.supervisor.restart();
			for (var service : List.of(this.auth, this.forum)) {
				service.stop();
				service.start(Map.of());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** An administrator who has just signed in. */
	public ApiUser admin() {
		return this.administrator.get();
	}

	public Instance listener() {
		return this.witness.instance();
	}

	/** Starts it anew with something else to know. */
	public void tell(Instance instance, Supplier<Map<String, String>> told) {
		this.supervisor.forget(instance);
		instance.stop();
		this.supervisor.mind(instance, told);
	}

	/** Nothing special any more. */
	public void tellNothing(Instance instance) {
		tell(instance, Map::of);
	}

}
