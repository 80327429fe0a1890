package org.parley.bench.load;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LoadGeneratorTests {

	@Test
	void outputOfScriptIsParsed() {
		var output = """
				Running 10s test @ http://127.0.0.1:5000
				{"requests":50000,"micros":10000000,"bytes":100000000,"p50":1,"p95":2,"p99":3,"max":4,"refused":5,"broken":6}
				""";
		var load = LoadGenerator.read(output);
		assertThat(load.perSecond()).isEqualTo(5_000);
		assertThat(load.bytesEach()).isEqualTo(2_000);
		assertThat(load.errors()).isEqualTo(11);
	}

	@Test
	void outputWithoutResultIsReported() {
		assertThatIllegalStateException().isThrownBy(() -> LoadGenerator.read("unable to connect"))
			.withMessageContaining("unable to connect");
	}

	@Test
	void commandRequestsEveryPathBelowRateLimit() {
		try (var wrk = new LoadGenerator(Path.of("wrk"), URI.create("http://127.0.0.1:5000"))) {
			assertThat(wrk.command(new Scenario("page", List.of("/a", "/b")), 64, Duration.ofSeconds(10)))
				.containsSubsequence("--connections", "64")
				.containsSubsequence("--duration", "10s")
				.endsWith("40", "2", "/a", "/b");
		}
	}

	@Test
	void oneConnectionHasOneThread() {
		try (var wrk = new LoadGenerator(Path.of("wrk"), URI.create("http://127.0.0.1:5000"))) {
			assertThat(wrk.command(new Scenario("list", List.of("/a")), 1, Duration.ofSeconds(10)))
				.containsSubsequence("--threads", "1", "--connections", "1")
				.endsWith("40", "1", "/a");
		}
	}

	@Test
	void addressReadsFewerPagesThanAnswersOfApi() {
		assertThat(new Scenario("page", List.of("/threads/1")).requestsPerAddress()).isEqualTo(40);
		assertThat(new Scenario("list", List.of("/api/v1/threads")).requestsPerAddress()).isEqualTo(90);
	}

	@Test
	void scenarioFromServiceKeepsItsHeaders() {
		var pages = ReadScenarios.ofPages(List.of(new Scenario("list", List.of("/api/v1/threads")),
				new Scenario("thread page", List.of("/api/v1/threads/01J/posts?limit=20"))));
		assertThat(pages).extracting(Scenario::paths).containsOnly(List.of("/threads/01J"));
		assertThat(pages.getLast().headers()).contains("Accept: text/html", "Cache-Control: no-cache");
	}

	@Test
	void commandNamesPeopleOfScenarioAfterPaths() {
		try (var wrk = new LoadGenerator(Path.of("wrk"), URI.create("http://127.0.0.1:5000"))) {
			var scenario = new Scenario("list", List.of("/a"), List.of("one", "two"), List.of("A: b"));
			assertThat(wrk.command(scenario, 64, Duration.ofSeconds(10))).endsWith("/a", "A: b", "Bearer one",
					"Bearer two");
		}
	}

	@Test
	void eachRunUsesOtherAddresses(@TempDir Path directory) throws Exception {
		var program = Files.writeString(directory.resolve("wrk"),
				"""
						#!/bin/sh
						while [ "$1" != "--" ]; do shift; done
						echo "$2" >> "$(dirname "$0")/visitors"
						echo '{"requests":9000,"micros":1000000,"bytes":0,"p50":1,"p95":1,"p99":1,"max":1,"refused":0,"broken":0}'
						""");
		assertThat(program.toFile().setExecutable(true)).isTrue();
		try (var wrk = new LoadGenerator(program, URI.create("http://127.0.0.1:5000"))) {
			var scenario = new Scenario("list", List.of("/api/a"));
			wrk.run(scenario, 1, Duration.ofSeconds(1));
			wrk.run(scenario, 1, Duration.ofSeconds(1));
		}
		var visitors = Files.readAllLines(directory.resolve("visitors")).stream().map(Long::valueOf).toList();
		assertThat(Math.floorMod(visitors.get(1) - visitors.get(0), 131_072L)).isEqualTo(204);
	}

}
