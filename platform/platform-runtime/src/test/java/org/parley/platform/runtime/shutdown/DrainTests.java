package org.parley.platform.runtime.shutdown;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** A servlet service and a reactive gateway that stop while a client sends requests. */
class DrainTests {

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void stoppingProcessServesRequestsAndEndsTheirConnections(WebApplicationType type) throws Exception {
		var context = start(type);
		var port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer()).getPort();
		try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
			assertThat(get(client, port).headers().allValues("connection")).isEmpty();
			var stop = Thread.ofVirtual().start(context::close);
			await().until(() -> get(client, port).headers().allValues("connection").equals(List.of("close")));
			assertThat(get(client, port).statusCode()).isEqualTo(404);
			stop.join();
			assertThatThrownBy(() -> get(client, port)).isInstanceOf(ConnectException.class);
		}
	}

	private static HttpResponse<Void> get(HttpClient client, int port) throws IOException, InterruptedException {
		return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(),
				BodyHandlers.discarding());
	}

	private static ConfigurableApplicationContext start(WebApplicationType type) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.run("--server.port=0", "--server.address=127.0.0.1", "--parley.shutdown.drain=3s");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
