package org.parley.gateway.backend;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.parley.gateway.ConfiguredGateway;

import org.springframework.cloud.gateway.route.RouteDefinition;

import static org.assertj.core.api.Assertions.assertThat;

class ResponseTimeoutTests {

	private static final String GATEWAY = "spring.cloud.gateway.server.webflux";

	/** The page that says so keeps the text of a form. */
	@Test
	void pageMayWaitLongerThanServiceThatItAsks() {
		var ofServices = ConfiguredGateway.settings(GATEWAY + ".httpclient.response-timeout", Duration.class);
		var ofPages = Stream.of(ConfiguredGateway.settings(GATEWAY + ".routes", RouteDefinition[].class))
			.filter((route) -> "web".equals(route.getId()))
			.map((route) -> route.getMetadata().get("response-timeout"))
			.findAny();
		assertThat(ofPages).hasValueSatisfying((timeout) -> assertThat(Duration.ofMillis(Long.parseLong("" + timeout)))
			.isGreaterThan(ofServices.multipliedBy(2)));
	}

}
