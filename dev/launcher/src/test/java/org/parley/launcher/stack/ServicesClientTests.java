package org.parley.launcher.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.launcher.process.LauncherException;

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
	void serviceOfProcessStarts() {
		assertThatNoException().isThrownBy(() -> this.client.start("forum-service"));
	}

}
