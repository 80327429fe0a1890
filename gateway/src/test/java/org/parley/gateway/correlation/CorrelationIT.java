package org.parley.gateway.correlation;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class CorrelationIT {

	@LocalServerPort
	int port;

	@Test
	void correlationIdReachesServiceAndClient() {
		Visitors.at(this.port)
			.get()
			.uri("/api/v1/users/me")
			.header("X-Correlation-Id", "order-66")
			.exchange()
			.expectHeader()
			.valueEquals("X-Correlation-Id", "order-66")
			.expectBody()
			.jsonPath("$.headers['X-Correlation-Id']")
			.isEqualTo(List.of("order-66"));
	}

	@Test
	void problemHasCorrelationIdOfHeader() {
		Visitors.at(this.port)
			.get()
			.uri("/api/v1/nothing")
			.header("X-Correlation-Id", "order-67")
			.exchange()
			.expectHeader()
			.valueEquals("X-Correlation-Id", "order-67")
			.expectBody()
			.jsonPath("$.correlationId")
			.isEqualTo("order-67");
	}

}
