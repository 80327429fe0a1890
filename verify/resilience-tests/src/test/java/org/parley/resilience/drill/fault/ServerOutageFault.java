package org.parley.resilience.drill.fault;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.parley.launcher.client.Await;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.system.ServerProcess;

/**
 * Kills a server and starts it again after a while.
 *
 * @param server {@code mongo}, {@code rabbit} or {@code redis}
 * @param away duration of each outage
 * @param pause time before each outage and after the last one
 * @param times number of outages
 */
public record ServerOutageFault(String server, Duration away, Duration pause, int times) implements Fault {

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		var process = new ServerProcess(drillStage.checkout(), this.server);
		for (var strikes = 0; strikes < this.times; strikes++) {
			Await.sleep(this.pause);
			process.kill();
			Await.sleep(this.away);
			process.start();
		}
		Await.sleep(this.pause);
		return this.times;
	}

	@Override
	public void mend(DrillStage drillStage) {
		new ServerProcess(drillStage.checkout(), this.server).start();
	}

}
