package org.parley.microbench;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks of one class in this process, which is started for it: JMH cannot
 * fork from an executable jar. Without arguments, it prints the names of the classes.
 */
public final class MicroBenchmarks {

	/** The classes with benchmarks. */
	static final List<Class<?>> ALL = List.of(RenderBenchmark.class, CursorBenchmark.class, TokenBenchmark.class,
			EnvelopeBenchmark.class);

	private MicroBenchmarks() {
	}

	/**
	 * Runs the program.
	 * @param arguments the simple name of a class, the number of iterations of a second
	 * each, and the file for the results in JMH's JSON
	 */
	static void main(String[] arguments) throws RunnerException {
		if (arguments.length == 0) {
			ALL.forEach((type) -> System.out.println(type.getSimpleName()));
			return;
		}
		var iterations = Integer.parseInt(arguments[1]);
		new Runner(options(arguments[0]).warmupIterations(iterations)
			.measurementIterations(iterations)
			.addProfiler(GCProfiler.class)
			.resultFormat(ResultFormatType.JSON)
			.result(arguments[2])
			.build()).run();
	}

	/** Options for the benchmarks of a class: the mean time of a call in microseconds. */
	static ChainedOptionsBuilder options(String type) {
		return new OptionsBuilder().include("\\." + type + "\\.")
			.mode(Mode.AverageTime)
			.timeUnit(TimeUnit.MICROSECONDS)
			.warmupTime(TimeValue.seconds(1))
			.measurementTime(TimeValue.seconds(1))
			.verbosity(VerboseMode.SILENT)
			.forks(0);
	}

}
