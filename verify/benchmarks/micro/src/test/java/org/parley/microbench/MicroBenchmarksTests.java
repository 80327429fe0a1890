package org.parley.microbench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import static org.assertj.core.api.Assertions.assertThat;

class MicroBenchmarksTests {

	static Stream<Class<?>> classes() {
		return MicroBenchmarks.ALL.stream();
	}

	@ParameterizedTest
	@MethodSource("classes")
	void everyBenchmarkOfClassRunsOnce(Class<?> type) throws RunnerException {
		var results = new Runner(MicroBenchmarks.options(type.getSimpleName())
			.warmupIterations(0)
			.measurementIterations(1)
			.measurementTime(TimeValue.milliseconds(1))
			.shouldFailOnError(true)
			.build()).run();
		assertThat(results).extracting((result) -> result.getParams().getBenchmark())
			.containsExactlyInAnyOrderElementsOf(benchmarksOf(type).toList());
	}

	@Test
	void listHasEveryClassWithBenchmarks() {
		var output = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
		assertThat(BenchmarkList.defaultList().getAll(output, List.of())).extracting((entry) -> entry.getUsername())
			.containsExactlyInAnyOrderElementsOf(classes().flatMap(MicroBenchmarksTests::benchmarksOf).toList());
	}

	private static Stream<String> benchmarksOf(Class<?> type) {
		return Arrays.stream(type.getMethods())
			.filter((method) -> method.isAnnotationPresent(Benchmark.class))
			.map((method) -> type.getName() + "." + method.getName());
	}

}
