package org.parley.gateway.address;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = { "parley.gateway.trusted-proxies=10.0.0.0/8", "parley.gateway.scrapers=127.0.0.0/8" })
class UntrustedPeerIT {

	@LocalServerPort
	int port;

	@Test
	void untrustedPeerCannotForgeItsAddress() {
		Visitors.at(this.port, "203.0.113.7")
			.get()
			.uri("/api/v1/users/me")
			.header("Forwarded", "for=203.0.113.7;host=evil.example;proto=https")
			.header("X-Forwarded-Host", "evil.example")
			.header("X-Forwarded-Proto", "https")
			.exchange()
			.expectBody()
			.jsonPath("$.headers['X-Forwarded-For']")
			.isEqualTo(List.of("127.0.0.1"))
			.jsonPath("$.headers['X-Forwarded-Host']")
			.isEqualTo(List.of("127.0.0.1:" + this.port))
			.jsonPath("$.headers['X-Forwarded-Proto']")
			.isEqualTo(List.of("http"))
			.jsonPath("$.headers['Forwarded']")
			.doesNotExist();
	}

	@Test
	void forgedAddressesShareOneRateLimit() {
		for (int i = 0; i < 20; i++) {
			Visitors.at(this.port).post().uri("/api/v1/auth/login").exchange().expectStatus().isOk();
		}
		Visitors.at(this.port).post().uri("/api/v1/auth/login").exchange().expectStatus().isEqualTo(429);
	}

	@Test
	void scraperWithoutProxyReadsMetrics() {
		Visitors.fromLoopback(this.port).get().uri("/metrics").exchange().expectStatus().isOk();
		Visitors.at(this.port).get().uri("/metrics").exchange().expectStatus().isNotFound();
	}

}
