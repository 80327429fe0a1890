package org.parley.resilience.drill.fault;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.parley.launcher.client.Await;
import org.parley.launcher.process.LauncherException;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.system.Instance;

/**
 * Kills some processes at once and starts them again after a while.
 *
 * @param part what their names contain, such as {@code -worker}
 * @param away duration of the outage
 * @param pause time before and after it
 */
public record ProcessOutageFault(String part, Duration away, Duration pause) implements Fault {

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) throws InterruptedException {
		var processes = processes(drillStage);
		Await.sleep(this.pause);
		processes.forEach(Instance::kill);
		Await.sleep(this.away);
		for (var process : processes) {
			process.start(Map.of());
		}
		Await.sleep(this.pause);
		return 1;
	}

	@Override
	public void mend(DrillStage drillStage) {
		for (var process : processes(drillStage)) {
			try {
				if (!process.isAlive()) {
					process.start(Map.of());
				}
			}
			catch (InterruptedException ex) {
				throw new LauncherException("interrupted");
			}
		}
	}

	private List<Instance> processes(DrillStage drillStage) {
		var processes = Instance.all(drillStage.checkout())
			.stream()
			.filter((instance) -> instance.name().contains(this.part))
			.toList();
		if (processes.isEmpty()) {
			throw new LauncherException("No process is called …%s. Run ./parley down and then ./parley up --workers 1."
				.formatted(this.part));
		}
		return processes;
	}

}
