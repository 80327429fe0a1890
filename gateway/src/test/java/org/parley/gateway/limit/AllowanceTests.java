package org.parley.gateway.limit;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.gateway.address.Client;
import org.parley.gateway.token.AccessTokens;
import org.parley.gateway.token.PersonalTokenSettings;
import org.parley.gateway.token.PersonalTokens;
import org.parley.gateway.token.SigningKeys;

import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class AllowanceTests {

	private static final LimitSettings.Quota QUOTA = new LimitSettings.Quota(10, Duration.ofMinutes(1));

	private static final LimitSettings SETTINGS = new LimitSettings(QUOTA, QUOTA, QUOTA, QUOTA, QUOTA,
			Set.of("/api/v1/auth/login"), Set.of("/api/v1/auth/refresh"), Set.of("/socket.io/"), Duration.ofMillis(100),
			100);

	private final Allowance allowance = new Allowance(SETTINGS, new AccessTokens(
			new SigningKeys(URI.create("http://127.0.0.1:1"), "http://parley.test", InstantSource.system()),
			new PersonalTokens(new PersonalTokenSettings(URI.create("http://127.0.0.1:1"))), InstantSource.system()));

	@ParameterizedTest
	@CsvSource({ "GET, /api/v1/threads, anonymous", "HEAD, /api/v1/threads, anonymous",
			"OPTIONS, /api/v1/threads, anonymous", "POST, /api/v1/threads, writes+anonymous",
			"DELETE, /api/v1/threads/1, writes+anonymous", "POST, /api/v1/auth/login, credentials",
			"GET, /api/v1/auth/login, anonymous", "POST, /api/v1/auth/login/, writes+anonymous",
			"POST, /api/v1/auth/refresh, anonymous", "POST, /socket.io/, machines", "GET, /nothing, anonymous",
			"GET, /livez, ''", "GET, /health/ready, ''", "GET, /docs/index.html, ''", "GET, /metrics, ''" })
	void everyRequestHasItsLimits(String method, String path, String limits) {
		var request = MockServerHttpRequest.method(HttpMethod.valueOf(method), path).build();
		var share = of(request, "192.0.2.1");
		assertThat(String.join("+", share.limits().stream().map(Limit::name).toList())).isEqualTo(limits);
	}

	@Test
	void aTokenThatDoesNotVerifyCountsForTheAddress() {
		var request = MockServerHttpRequest.get("/api/v1/threads")
			.header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJzb21lYm9keSJ9.")
			.build();
		assertThat(of(request, "192.0.2.1").subject()).isEqualTo("192.0.2.1");
	}

	@Test
	void aNetworkOfSixtyFourBitsIsOneSubject() {
		var request = MockServerHttpRequest.get("/api/v1/threads").build();
		assertThat(of(request, "2001:db8::1").subject()).isEqualTo(of(request, "2001:db8::ffff:2").subject())
			.isNotEqualTo(of(request, "2001:db8:0:1::1").subject());
	}

	private Allowance.Share of(MockServerHttpRequest request, String address) {
		return this.allowance.of(MockServerWebExchange.from(request), client(address));
	}

	private static Client client(String address) {
		try {
			return new Client(InetAddress.getByName(address), "http", "localhost", false);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
