package org.parley.resilience.drill.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.parley.launcher.checkout.LauncherException;
import org.parley.launcher.client.Await;
import org.parley.launcher.process.Instance;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;

/**
 * Kills all workers and starts them again after a while.
 *
 * @param away duration of the outage
 * @param pause time before and after it
 */
public record WorkerOutageFault(Duration away, Duration pause) implements Fault {

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) throws InterruptedException {
		var workers = workers(drillStage);
		Await.sleep(this.pause);
		workers.forEach(Instance::kill);
		Await.sleep(this.away);
		for (var worker : workers) {
			worker.start(Map.of());
		}
		Await.sleep(this.pause);
		return 1;
	}

	@Override
	public void mend(DrillStage drillStage) {
		for (var worker : workers(drillStage)) {
			try {
				if (!worker.isAlive()) {
					worker.start(Map.of());
				}
			}
			catch (InterruptedException ex) {
				throw new LauncherException("interrupted");
			}
		}
	}

	private static List<Instance> workers(DrillStage drillStage) {
		return Instance.all(drillStage.checkout())
			.stream()
			.filter((instance) -> instance.name().contains("-worker"))
			.toList();
	}

}
