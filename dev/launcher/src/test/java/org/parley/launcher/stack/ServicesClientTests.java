package org.parley.launcher.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.launcher.process.LauncherException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ServicesClientTests {

	private HttpServer server;

	private ServicesClient client;

	@BeforeEach
	void startProcessOfOneService() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/services", (exchange) -> {
			var body = "[{\"name\":\"forum-service\",\"state\":\"RUNNING\",\"reason\":null}]"
				.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(exchange.getRequestURI().getPath().contains("forum") ? 200 : 404, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.server.start();
		this.client = new ServicesClient(this.server.getAddress().getPort(), "secret");
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void serviceOutsideOfProcessIsRefused() {
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> this.client.start("auth-service"))
			.withMessage("auth-service is not in the process of all services. Run ./parley down and then ./parley up");
	}

	@Test
	void serviceThatRunsAfterItsStopIsReported() {
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> this.client.stop("forum-service"))
			.withMessageStartingWith("forum-service stops only with the process of all services.");
	}

	@ParameterizedTest
	@CsvSource({ "RUNNING,", "STARTING,", "STOPPED, stopped", "FAILED, failed" })
	void stoppedServiceIsNotStarting(String state, @Nullable String end) {
		assertThat(new ServicesClient.ServiceState("forum-service", state, null).end())
			.isEqualTo(Optional.ofNullable(end));
	}

	@Test
	void serviceOfProcessStarts() {
		assertThatNoException().isThrownBy(() -> this.client.start("forum-service"));
	}

}
