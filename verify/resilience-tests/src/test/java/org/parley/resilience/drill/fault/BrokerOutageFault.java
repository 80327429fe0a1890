package org.parley.resilience.drill.fault;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.parley.launcher.client.Await;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.system.Broker;

/**
 * Stops the broker for a while, once or repeatedly.
 *
 * @param ending stops or kills the broker
 * @param away duration of the outage
 * @param pause time before each outage
 * @param times maximum number of outages
 */
public record BrokerOutageFault(Consumer<Broker> ending, Duration away, Duration pause, int times) implements Fault {

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		var strikes = 0;
		while (strikes < this.times && (strikes == 0 || writing.getAsBoolean())) {
			Await.sleep(this.pause);
			this.ending.accept(drillStage.broker());
			strikes++;
			Await.sleep(this.away);
			drillStage.broker().start();
		}
		return strikes;
	}

	@Override
	public void mend(DrillStage drillStage) {
		drillStage.broker().start();
	}

}
