package org.parley.launcher.drill.fault;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.parley.launcher.client.Await;
import org.parley.launcher.drill.DrillStage;
import org.parley.launcher.drill.Fault;
import org.parley.launcher.infrastructure.Broker;

/**
 * The broker ends, stays away for a while, and comes back; once, or as often as there is
 * time.
 *
 * @param ending how it ends
 * @param away how long it stays away
 * @param pause how long it is there before and between
 * @param times at most
 */
public record BrokerOutageFault(Consumer<Broker> ending, Duration away, Duration pause, int times) implements Fault {

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		var strikes = 0;
		while (strikes < this.times && (strikes == 0 || writing.getAsBoolean())) {
			Await.pass(this.pause);
			this.ending.accept(drillStage.broker());
			strikes++;
			Await.pass(this.away);
			drillStage.broker().start();
		}
		return strikes;
	}

	@Override
	public void mend(DrillStage drillStage) {
		drillStage.broker().start();
	}

}
