package org.parley.platform.web.problem;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class BulkheadFilterTests {

	private RequestBulkhead bulkhead = bulkhead(1, 0, Duration.ZERO);

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
			this.bulkhead = bulkhead(1, 0, Duration.ZERO);
			assertThat(send("/api/v1/threads", passing())).isEqualTo(200);
		});
		assertThat(send("/api/v1/threads", passing())).isEqualTo(200);
	}

	@Test
	void requestWaitsUntilAnotherEnds() throws Exception {
		this.bulkhead = bulkhead(1, 1, Duration.ofMinutes(1));
		var arrived = new CountDownLatch(1);
		try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
			var waiting = clients.submit(() -> {
				arrived.await();
				return send("/api/v1/threads", passing());
			});
			send("/api/v1/threads", (_, _) -> {
				arrived.countDown();
				await().until(() -> send("/api/v1/threads", passing()) == 503);
				assertThat(waiting).isNotDone();
			});
			assertThat(waiting.get(1, TimeUnit.MINUTES)).isEqualTo(200);
		}
	}

	@Test
	void requestThatWaitedForTooLongIsRefused() throws Exception {
		this.bulkhead = bulkhead(1, 1, Duration.ofMillis(1));
		send("/api/v1/threads", (_, _) -> {
			assertThat(send("/api/v1/threads", passing())).isEqualTo(503);
			assertThat(send("/api/v1/threads", passing())).isEqualTo(503);
		});
		assertThat(send("/api/v1/threads", passing())).isEqualTo(200);
	}

	private static RequestBulkhead bulkhead(int concurrent, int waiting, Duration patience) {
		return new RequestBulkhead(new RequestLimits(concurrent, waiting, patience, Map.of()));
	}

	@Test
	void failedRequestEnds() throws Exception {
		assertThatIllegalStateException().isThrownBy(() -> send("/api/v1/threads", (_, _) -> {
			throw new IllegalStateException("failed");
		}));
		assertThat(send("/api/v1/threads", passing())).isEqualTo(200);
	}

	@Test
	void requestThatOnlyWaitsForItsClientAdmitsOneOther() throws Exception {
		send("/m/video", (request, _) -> {
			BulkheadFilter.admitAnother((HttpServletRequest) request);
			BulkheadFilter.admitAnother((HttpServletRequest) request);
			send("/api/v1/media", (_, _) -> assertThat(send("/api/v1/media", passing())).isEqualTo(503));
			assertThat(send("/api/v1/media", passing())).isEqualTo(200);
		});
		send("/api/v1/media", (_, _) -> assertThat(send("/api/v1/media", passing())).isEqualTo(503));
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
