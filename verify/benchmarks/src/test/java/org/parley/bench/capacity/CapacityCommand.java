package org.parley.bench.capacity;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.LauncherException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints how many machines a day needs; no Parley needs to run. */
@Command(name = "capacity",
		description = "Print machines, limits and latencies for a number of people, from verify/benchmarks/capacity.properties.")
public final class CapacityCommand implements Callable<Integer> {

	@Option(names = "--people", paramLabel = "N", defaultValue = "10000", description = "registered people")
	private double people;

	@Option(names = "--peak", paramLabel = "F", description = "how many times busier than the average the peak is")
	private @Nullable Double peak;

	@Override
	public Integer call() {
		try {
			var costs = CapacityCosts.read(Checkout.here().root().resolve("verify/benchmarks/capacity.properties"));
			var adjusted = (this.peak != null) ? costs.with("day.peak", this.peak) : costs;
			System.out.println(new CapacityPlan(new CapacityDay(this.people, adjusted)));
			return 0;
		}
		catch (IllegalArgumentException ex) {
			throw new LauncherException(String.valueOf(ex.getMessage()));
		}
	}

}
