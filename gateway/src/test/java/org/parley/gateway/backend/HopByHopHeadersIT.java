package org.parley.gateway.backend;

import java.io.IOException;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.RawHttp;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

/** Headers that concern one connection do not reach the next one. */
@GatewayTest
class HopByHopHeadersIT {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@ValueSource(strings = { "Keep-Alive: timeout=5", "TE: trailers", "Trailer: X-Sum",
			"Proxy-Authorization: Basic eDp5", "Proxy-Authenticate: Basic", "X-Application-Context: x", "Upgrade: h2c",
			"upgrade: TLS/1.0", "Connection: keep-alive" })
	void hopByHopHeaderOfClientDoesNotReachService(String header) throws IOException {
		assertThat(received(header, "X-Kept: yes")).contains("\"x-kept\":[\"yes\"]").doesNotContain(name(header));
	}

	@Test
	void headerThatConnectionNamesDoesNotReachService() throws IOException {
		assertThat(received("Connection: X-One, x-two", "X-One: 1", "X-Two: 2", "X-Kept: yes"))
			.contains("\"x-kept\":[\"yes\"]")
			.doesNotContain("\"x-one\"", "\"x-two\"", "\"connection\"");
	}

	@Test
	void connectionCannotRemoveHeadersAboutCaller() throws IOException {
		assertThat(received("Connection: X-Forwarded-For, X-Correlation-Id", "X-Forwarded-For: 203.0.113.7",
				"X-Correlation-Id: given"))
			.contains("\"x-forwarded-for\":[\"203.0.113.7\"]", "\"x-correlation-id\":[\"given\"]");
	}

	@Test
	void gatewayDoesNotNameItselfForNamelessClient() throws IOException {
		assertThat(received("X-Kept: yes")).doesNotContain("reactornetty");
		assertThat(received("User-Agent: Reader")).contains("\"user-agent\":[\"reader\"]");
	}

	@Test
	void hopByHopHeadersOfServiceDoNotReachClient() throws IOException {
		Backends.FORUM.resetAll();
		Backends.FORUM.stubFor(any(anyUrl()).willReturn(aResponse().withHeader("Connection", "X-One")
			.withHeader("X-One", "1")
			.withHeader("Keep-Alive", "timeout=5")
			.withHeader("Trailer", "X-Sum")
			.withHeader("Proxy-Authenticate", "Basic")
			.withHeader("X-Kept", "yes")));
		var answer = RawHttp.get(this.port, "/api/v1/threads/1");
		assertThat(answer.has("X-Kept")).isTrue();
		assertThat(answer.headers()).noneMatch(
				(line) -> line.toLowerCase(Locale.ROOT).matches("(x-one|keep-alive|trailer|proxy-authenticate):.*"));
	}

	private String received(String... headers) throws IOException {
		return RawHttp.get(this.port, "/api/v1/users/me", headers).body().toLowerCase(Locale.ROOT);
	}

	private static String name(String header) {
		return "\"" + header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT) + "\"";
	}

}
