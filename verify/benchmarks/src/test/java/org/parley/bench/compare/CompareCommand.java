package org.parley.bench.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.parley.bench.load.LoadSample;
import org.parley.bench.report.ReportOutput;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.process.LauncherException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures two running builds in alternating rounds. */
@Command(name = "compare",
		description = "Measure two checkouts, each with its own running Parley, in alternating rounds, and print "
				+ "whether they differ.")
public final class CompareCommand implements Callable<Integer> {

	@Option(names = "--a", paramLabel = "DIR", required = true, description = "the checkout of the first build")
	private Path a = Path.of("");

	@Option(names = "--b", paramLabel = "DIR", required = true, description = "the checkout of the second build")
	private Path b = Path.of("");

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "8",
			description = "rounds of each build and scenario, at least 5")
	private int rounds;

	@Option(names = "--seconds", paramLabel = "N", defaultValue = "5", description = "duration of a round of reads")
	private int seconds;

	@Option(names = "--warm-up", paramLabel = "N", defaultValue = "20",
			description = "warm-up seconds of each build and scenario")
	private int warmUp;

	@Option(names = "--connections", paramLabel = "N", defaultValue = "16", description = "open connections")
	private int connections;

	@Mixin
	private ReportOutput output = new ReportOutput();

	@Override
	public Integer call() {
		if (this.rounds < Difference.LEAST) {
			throw new LauncherException(
					"--rounds must be at least %d: fewer rounds show no difference.".formatted(Difference.LEAST));
		}
		try (var first = build("a", this.a); var second = build("b", this.b)) {
			var report = comparison(first.scenarios(), second.scenarios()).run(this.rounds);
			this.output.print(report, report.json());
			return 0;
		}
	}

	private static BuildComparison comparison(Map<String, Supplier<LoadSample>> a,
			Map<String, Supplier<LoadSample>> b) {
		var pairs = new LinkedHashMap<String, BuildComparison.Pair>();
		a.forEach((name, scenario) -> pairs.put(name,
				new BuildComparison.Pair(scenario, Objects.requireNonNull(b.get(name), name))));
		return new BuildComparison(pairs);
	}

	private MeasuredBuild build(String name, Path root) {
		return MeasuredBuild.open(name, new Checkout(root.toAbsolutePath().normalize()), this.connections,
				Duration.ofSeconds(this.seconds), Duration.ofSeconds(this.warmUp));
	}

}
