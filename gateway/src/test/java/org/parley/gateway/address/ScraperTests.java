package org.parley.gateway.address;

import java.net.InetSocketAddress;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScraperTests {

	private final ClientAddressResolver clientAddressResolver = new ClientAddressResolver(
			new AddressSettings(List.of("10.0.0.0/8"), List.of("172.30.250.0/24")));

	@Test
	void scraperReadsMetricsWithoutBeingATrustedProxy() {
		assertThat(canReadMetrics(from("172.30.250.9"))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.1", "172.30.251.1", "172.18.0.1", "203.0.113.7" })
	void otherPeersReadNoMetrics(String peer) {
		assertThat(canReadMetrics(from(peer))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Forwarded-For", "Forwarded" })
	void scraperProxyReadsNoMetricsForOthers(String header) {
		assertThat(canReadMetrics(from("172.30.250.9").header(header, "for=203.0.113.7"))).isFalse();
	}

	@Test
	void metricsAreHiddenByDefault() {
		var closed = new ClientAddressResolver(new AddressSettings(List.of(), List.of()));
		assertThat(closed.of(MockServerWebExchange.from(from("127.0.0.1"))).canReadMetrics()).isFalse();
	}

	@Test
	void malformedNetworkIsRefusedBySettingName() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ClientAddressResolver(new AddressSettings(List.of(), List.of("everywhere"))))
			.withMessageContaining("parley.gateway.scrapers");
	}

	private boolean canReadMetrics(MockServerHttpRequest.BaseBuilder<?> request) {
		return this.clientAddressResolver.of(MockServerWebExchange.from(request)).canReadMetrics();
	}

	private static MockServerHttpRequest.BaseBuilder<?> from(String peer) {
		return MockServerHttpRequest.get("/metrics").remoteAddress(new InetSocketAddress(peer, 40_000));
	}

}
