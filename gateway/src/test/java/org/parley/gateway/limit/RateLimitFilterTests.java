package org.parley.gateway.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.gateway.address.AddressSettings;
import org.parley.gateway.address.ClientAddressResolver;
import org.parley.gateway.problem.GatewayProblemException;
import org.parley.platform.runtime.settings.Refreshable;
import org.parley.platform.test.client.TestTokens;
import reactor.core.publisher.Mono;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitFilterTests {

	private static final RateLimitSettings.Quota THREE = quota(3);

	private static final RateLimitSettings.Quota FIVE = quota(5);

	private static final RateLimitSettings SETTINGS = new RateLimitSettings(FIVE, FIVE, FIVE, THREE, FIVE, FIVE, FIVE,
			THREE, FIVE, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Duration.ofMillis(100), 1000);

	@RegisterExtension
	static final FetchedIssuerKeys KEYS = new FetchedIssuerKeys();

	private static final String APP = TestTokens.claims("1", "alice").claim("client_id", "books").sign();

	private static final String WEB = TestTokens.of("1", "alice");

	private final RateLimitFilter rateLimitFilter = new RateLimitFilter(
			new Refreshable<>("limits", () -> new RateLimitPolicies(SETTINGS, KEYS.accessTokens())),
			new RateLimiter(SETTINGS, new TickingClock(Instant.parse("2026-11-20T08:00:00Z"))),
			new ClientAddressResolver(new AddressSettings(List.of(), List.of())));

	@Test
	void refusedWriteUsesNoneOfTheReads() {
		repeat(3, () -> assertThat(post("")).isEqualTo("passed"));
		repeat(3, () -> assertThat(post("")).isEqualTo("rate.limited by writes"));
		repeat(2, () -> assertThat(get("")).isEqualTo("passed"));
		assertThat(get("")).isEqualTo("rate.limited by anonymous");
	}

	/** Without it, a client that waits as told would be refused by the writes. */
	@Test
	void writeThatUserLimitRefusesUsesNoneOfTheWrites() {
		repeat(3, () -> assertThat(get("")).isEqualTo("passed"));
		repeat(2, () -> assertThat(post("")).isEqualTo("passed"));
		repeat(3, () -> assertThat(post("")).isEqualTo("rate.limited by anonymous"));
	}

	@Test
	void requestThatQuotaRefusesUsesNoneOfTheUser() {
		repeat(3, () -> assertThat(get(APP)).isEqualTo("passed"));
		repeat(3, () -> assertThat(get(APP)).isEqualTo("quota.exceeded by user-of-app"));
		repeat(2, () -> assertThat(get(WEB)).isEqualTo("passed"));
		assertThat(get(WEB)).isEqualTo("rate.limited by user");
	}

	@Test
	void userOfAppLeavesTheQuotaToOthers() {
		repeat(5, () -> get(APP));
		String other = TestTokens.claims("2", "bob").claim("client_id", "books").sign();
		repeat(2, () -> assertThat(get(other)).isEqualTo("passed"));
		assertThat(get(other)).isEqualTo("quota.exceeded by app");
	}

	private String get(String token) {
		return exchange(MockServerHttpRequest.get("/api/v1/threads"), token);
	}

	private String post(String token) {
		return exchange(MockServerHttpRequest.post("/api/v1/threads"), token);
	}

	/** The outcome and, after a refusal, the limit that is used up. */
	private String exchange(MockServerHttpRequest.BaseBuilder<?> request, String token) {
		var exchange = MockServerWebExchange.from(request.header("Authorization", "Bearer " + token));
		return this.rateLimitFilter.filter(exchange, (_) -> Mono.empty())
			.thenReturn("passed")
			.onErrorResume(GatewayProblemException.class,
					(ex) -> exchange.getResponse()
						.setComplete()
						.then(Mono.fromSupplier(() -> ex.code() + " by " + last(exchange))))
			.blockOptional()
			.orElseThrow();
	}

	private static String last(MockServerWebExchange exchange) {
		String policies = String.valueOf(exchange.getResponse().getHeaders().getFirst("RateLimit-Policy"));
		return policies.replaceAll(".*\"([\\w-]+)\"[^\"]*", "$1");
	}

	private static void repeat(int times, Runnable step) {
		for (int i = 0; i < times; i++) {
			step.run();
		}
	}

	private static RateLimitSettings.Quota quota(int requests) {
		return new RateLimitSettings.Quota(requests, Duration.ofMinutes(1));
	}

}
