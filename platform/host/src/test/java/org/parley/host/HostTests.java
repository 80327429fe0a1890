package org.parley.host;

import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.host.HostedService.State;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Three services that differ in all that a process has only once. */
class HostTests {

	private static final String HEALTH = "/actuator/health";

	private final SampleService first;

	private final SampleService second;

	private final SampleService broken;

	private final Host host;

	HostTests(@TempDir Path folder) throws Exception {
		this.first = SampleService.build(folder, "first", SampleService.ALL,
				Map.of("SAMPLE_NAME", "one", "SPRING_PROFILES_ACTIVE", "a,b", "LOGGING_LEVEL_SAMPLE_ONE", "debug"));
		this.second = SampleService.build(folder, "second", (library) -> !library.startsWith("spring-boot-health"),
				Map.of("SAMPLE_NAME", "two", "SPRING_PROFILES_ACTIVE", "c"));
		this.broken = SampleService.build(folder, "broken", SampleService.ALL, Map.of());
		this.host = new Host(List.of(this.first.settings(), this.broken.settings(), this.second.settings()));
	}

	@BeforeAll
	static void useTheLogOfTheTests() {
		ServiceLoggingSystem.use();
	}

	@BeforeEach
	void start() throws InterruptedException {
		this.host.start();
	}

	@AfterEach
	void stop() throws InterruptedException {
		this.host.stop();
	}

	@Test
	void serviceHasItsOwnEnvironmentClassesAndMeters() throws Exception {
		this.first.self();
		var one = this.first.self();
		var two = this.second.self();
		assertThat(one.at("/name").asString() + one.at("/profiles")).isEqualTo("one[\"a\",\"b\"]");
		assertThat(two.at("/name").asString() + two.at("/profiles")).isEqualTo("two[\"c\"]");
		assertThat(one.at("/calls").asInt()).isEqualTo(2);
		assertThat(two.at("/calls").asInt()).isEqualTo(1);
		assertThat(two.at("/own").asInt()).isEqualTo(1);
		assertThat(one.at("/global").asBoolean()).isFalse();
	}

	@Test
	void trainingCreatesContextsAndStartsNone() throws Exception {
		this.host.stop();
		var training = new Host(List.of(this.first.settings(), this.second.settings()));
		assertThat(training.train()).isTrue();
		assertThat(training.services()).extracting(HostedService::state).containsOnly(State.STOPPED);
		assertThatExceptionOfType(ConnectException.class).isThrownBy(this.first::self);
	}

	@Test
	void trainingOfABrokenServiceFails() throws Exception {
		assertThat(new Host(List.of(this.broken.settings())).train()).isFalse();
	}

	@Test
	void serviceSetsLevelsOfTheSharedLog() {
		assertThat(LoggerFactory.getLogger("sample.one").isDebugEnabled()).isTrue();
		assertThat(LoggerFactory.getLogger("sample.two").isDebugEnabled()).isFalse();
	}

	@Test
	void libraryOfAnotherServiceConfiguresNothing() throws Exception {
		assertThat(this.first.get(HEALTH).statusCode()).isEqualTo(200);
		assertThat(this.second.get(HEALTH).statusCode()).isEqualTo(404);
	}

	@Test
	void failedServiceSaysWhyAndLeavesTheOthers() throws Exception {
		var broken = this.host.service("broken").orElseThrow();
		assertThat(broken.state()).isEqualTo(State.FAILED);
		assertThat(broken.reason()).contains("sample.name");
		assertThat(this.host.isReady()).isFalse();
		assertThat(this.second.get("/self").statusCode()).isEqualTo(200);
	}

	@Test
	void wrongSettingIsNamed(@TempDir Path folder) throws Exception {
		var wrong = SampleService.build(folder, "wrong", SampleService.ALL,
				Map.of("SAMPLE_NAME", "three", "SERVER_TOMCAT_THREADS_MAX", "lots"));
		var service = new HostedService(wrong.settings());
		service.start();
		assertThat(service.reason()).isEqualTo("server.tomcat.threads.max: For input string: \"lots\"");
	}

	@Test
	void restartedServiceLoadsItsClassesAnew() throws Exception {
		this.first.self();
		this.second.self();
		this.host.service("first").orElseThrow().restart(new ServiceBuild(null, null));
		assertThat(this.first.self().at("/calls").asInt()).isEqualTo(1);
		assertThat(this.second.self().at("/calls").asInt()).isEqualTo(2);
	}

	@Test
	void stoppedServiceRefusesConnectionsUntilItIsStarted() throws Exception {
		var service = this.host.service("first").orElseThrow();
		service.stop();
		assertThat(service.state()).isEqualTo(State.STOPPED);
		assertThatExceptionOfType(ConnectException.class).isThrownBy(this.first::self);
		assertThat(this.second.get("/self").statusCode()).isEqualTo(200);
		service.start();
		assertThat(this.first.self().at("/name").asString()).isEqualTo("one");
	}

	@Test
	void stoppedServiceStaysStoppedWhileOthersAreRetried() throws InterruptedException {
		var first = this.host.service("first").orElseThrow();
		var broken = this.host.service("broken").orElseThrow();
		first.stop();
		this.host.startFailed();
		assertThat(first.state()).isEqualTo(State.STOPPED);
		assertThat(broken.state()).isEqualTo(State.FAILED);
		broken.stop();
		assertThat(broken.reason()).isNull();
		this.host.startFailed();
		assertThat(broken.state()).isEqualTo(State.STOPPED);
	}

	@Test
	void serviceThatFailedStartsAsSoonAsItCan() throws Exception {
		var first = this.host.service("first").orElseThrow();
		first.stop();
		var retrying = new Host(List.of(this.first.settings()));
		var service = retrying.services().getFirst();
		var obstacle = new ServerSocket(this.first.port());
		try (obstacle; var executor = Executors.newSingleThreadExecutor()) {
			var start = executor.submit(() -> {
				retrying.keepStarting(Duration.ofMillis(1));
				return retrying.isReady();
			});
			while (service.reason() == null) {
				Thread.onSpinWait();
			}
			assertThat(start.isDone()).isFalse();
			obstacle.close();
			assertThat(start.get()).isTrue();
		}
		assertThat(this.first.self().at("/name").asString()).isEqualTo("one");
		retrying.stop();
	}

}
