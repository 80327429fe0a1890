package org.parley.platform.web.problem;

import java.io.IOException;

import io.github.resilience4j.bulkhead.Bulkhead;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BulkheadFilterTests {

	private Bulkhead bulkhead = Bulkhead.of("requests", new RequestLimits(1).bulkhead());

	private final BulkheadFilter filter = new BulkheadFilter(() -> this.bulkhead, new Problems(JsonMapper.shared()));

	@Test
	void requestBeyondLimitIsRefusedUntilAnotherEnds() throws Exception {
		var refused = new MockHttpServletResponse();
		send("/api/v1/threads", (_, _) -> send("/api/v1/threads", passing(), refused));
		assertThat(refused.getStatus()).isEqualTo(503);
		assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
		assertThat(refused.getContentType()).isEqualTo("application/problem+json");
		assertThat(refused.getContentAsString()).contains("\"code\":\"service.unavailable\"",
				"\"instance\":\"/api/v1/threads\"");
		assertThat(send("/api/v1/threads", passing())).isEqualTo(200);
	}

	@Test
	void changedLimitHoldsForNewRequests() throws Exception {
		send("/api/v1/threads", (_, _) -> {
			this.bulkhead = Bulkhead.of("requests", new RequestLimits(2).bulkhead());
			send("/api/v1/threads", (_, _) -> assertThat(send("/api/v1/threads", passing())).isEqualTo(200));
		});
		assertThat(this.bulkhead.getMetrics().getAvailableConcurrentCalls()).isEqualTo(2);
	}

	@Test
	void failedRequestEnds() throws Exception {
		assertThatIllegalStateException().isThrownBy(() -> send("/api/v1/threads", (_, _) -> {
			throw new IllegalStateException("failed");
		}));
		assertThat(send("/api/v1/threads", passing())).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/livez", "/readyz", "/health", "/health/ready", "/metrics" })
	void requestsOfOperatorsAreNotLimited(String path) throws Exception {
		var inner = new MockHttpServletResponse();
		send("/api/v1/threads", (_, _) -> send(path, passing(), inner));
		assertThat(inner.getStatus()).isEqualTo(200);
	}

	private int send(String path, FilterChain chain) throws ServletException, IOException {
		return send(path, chain, new MockHttpServletResponse());
	}

	private int send(String path, FilterChain chain, MockHttpServletResponse response)
			throws ServletException, IOException {
		this.filter.doFilter(new MockHttpServletRequest("GET", path), response, chain);
		return response.getStatus();
	}

	private static FilterChain passing() {
		return (_, _) -> {
		};
	}

}
