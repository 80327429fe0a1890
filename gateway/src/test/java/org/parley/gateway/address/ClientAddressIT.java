package org.parley.gateway.address;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class ClientAddressIT {

	@LocalServerPort
	int port;

	@ParameterizedTest
	@CsvSource({ "203.0.113.7, 203.0.113.7", "'198.51.100.1, 203.0.113.7', 203.0.113.7",
			"'203.0.113.7, 127.0.0.5', 203.0.113.7", "203.0.113.7:4711, 203.0.113.7",
			"'[2001:db8::7]:443', 2001:db8:0:0:0:0:0:7", "2001:db8::7, 2001:db8:0:0:0:0:0:7", "garbage, 127.0.0.1",
			"'203.0.113.7, garbage', 127.0.0.1", "'203.0.113.7,', 127.0.0.1", "example.org, 127.0.0.1",
			"::ffff:203.0.113.7, 203.0.113.7", "fe80::1%eth0, 127.0.0.1" })
	void serviceGetsAddressThatTrustedProxySaw(String forwardedFor, String address) {
		Visitors.at(this.port, forwardedFor)
			.get()
			.uri("/api/v1/users/me")
			.exchange()
			.expectBody()
			.jsonPath("$.headers['X-Forwarded-For']")
			.isEqualTo(List.of(address));
	}

	@Test
	void severalHeadersFormOneList() {
		Visitors.fromLoopback(this.port)
			.get()
			.uri("/api/v1/users/me")
			.header("X-Forwarded-For", "192.0.2.1", "203.0.113.8")
			.exchange()
			.expectBody()
			.jsonPath("$.headers['X-Forwarded-For']")
			.isEqualTo(List.of("203.0.113.8"));
	}

	@Test
	void trustedProxySetsHostAndScheme() {
		Visitors.at(this.port)
			.get()
			.uri("/api/v1/users/me")
			.header("X-Forwarded-Host", "forum.example")
			.header("X-Forwarded-Proto", "https")
			.exchange()
			.expectBody()
			.jsonPath("$.headers['X-Forwarded-Host']")
			.isEqualTo(List.of("forum.example"))
			.jsonPath("$.headers['X-Forwarded-Proto']")
			.isEqualTo(List.of("https"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Forwarded", "X-Forwarded-Port", "X-Forwarded-Prefix", "X-Forwarded-Ssl",
			"x-forwarded-user", "X-Real-IP", "X-Original-URL", "X-Rewrite-URL" })
	void otherForwardedHeadersAreRemoved(String header) {
		Visitors.at(this.port)
			.get()
			.uri("/api/v1/users/me")
			.header(header, "for=192.0.2.60")
			.exchange()
			.expectBody()
			.jsonPath("$.headers['" + header + "']")
			.doesNotExist()
			.jsonPath("$.headers['" + header.toLowerCase(java.util.Locale.ROOT) + "']")
			.doesNotExist();
	}

	@Test
	void invalidHostAndSchemeAreIgnored() {
		Visitors.at(this.port)
			.get()
			.uri("/api/v1/users/me")
			.header("X-Forwarded-Host", "a b<script>")
			.header("X-Forwarded-Proto", "gopher")
			.exchange()
			.expectBody()
			.jsonPath("$.headers['X-Forwarded-Host']")
			.isEqualTo(List.of("127.0.0.1:" + this.port))
			.jsonPath("$.headers['X-Forwarded-Proto']")
			.isEqualTo(List.of("http"));
	}

}
