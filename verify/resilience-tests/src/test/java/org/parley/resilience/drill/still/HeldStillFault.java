package org.parley.resilience.drill.still;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.Await;
import org.parley.launcher.process.LauncherException;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.system.Instance;
import org.parley.system.ServerProcess;

/**
 * Holds processes still in turn with SIGSTOP, as a paused machine or a black hole in the
 * network does: their connections stay open, new ones are accepted by the system, and
 * nothing answers.
 *
 * @param find finds the processes
 * @param holds how long each is held
 * @param pause time before each hold and after the last one
 */
public record HeldStillFault(Function<Checkout, List<ProcessHandle>> find, List<Duration> holds,
		Duration pause) implements Fault {

	/**
	 * Holds a server.
	 * @param server {@code mongo}, {@code rabbit} or {@code redis}
	 */
	public static HeldStillFault server(String server, List<Duration> holds, Duration pause) {
		return new HeldStillFault((checkout) -> List.of(new ServerProcess(checkout, server).process()), holds, pause);
	}

	/**
	 * Holds each process of some services.
	 * @param services how the names of the processes begin
	 */
	public static HeldStillFault services(Set<String> services, List<Duration> holds, Duration pause) {
		return new HeldStillFault((checkout) -> services.stream()
			.flatMap((service) -> named(checkout, service).stream())
			.map((instance) -> ProcessHandle.of(instance.pid()).orElseThrow())
			.toList(), holds, pause);
	}

	private static List<Instance> named(Checkout checkout, String service) {
		var found = Instance.all(checkout).stream().filter((one) -> one.name().startsWith(service)).toList();
		if (found.isEmpty()) {
			throw new LauncherException("No process is called %s…. See ./parley status.".formatted(service));
		}
		return found;
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		var processes = this.find.apply(drillStage.checkout());
		for (var process : processes) {
			this.holds.forEach((hold) -> hold(process, hold));
		}
		Await.sleep(this.pause);
		return processes.size() * this.holds.size();
	}

	private void hold(ProcessHandle process, Duration hold) {
		Await.sleep(this.pause);
		signal("STOP", process);
		try {
			Await.sleep(hold);
		}
		finally {
			signal("CONT", process);
		}
	}

	@Override
	public void mend(DrillStage drillStage) {
		this.find.apply(drillStage.checkout()).forEach((process) -> signal("CONT", process));
	}

	private static void signal(String signal, ProcessHandle process) {
		try {
			new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).inheritIO().start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
