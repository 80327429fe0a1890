package org.parley.e2e;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayRequest;
import org.parley.launcher.client.GatewayResponse;
import org.parley.running.EndToEnd;
import org.parley.running.Refusals;
import org.parley.running.RunningSystem;

/** Behaviour of the gateway that is independent of the services. */
@EndToEnd
class GatewayEdgeIT {

	private final RunningSystem system;

	GatewayEdgeIT(RunningSystem system) {
		this.system = system;
	}

	@TestFactory
	Stream<DynamicTest> healthIsPublic() {
		return Stream.of("/livez", "/readyz", "/health", "/health/live", "/health/ready")
			.map((path) -> DynamicTest.dynamicTest(path, () -> get(path, Map.of()).is(200).has("/status", "UP")));
	}

	@TestFactory
	Stream<DynamicTest> internalPathsAreNotRouted() {
		return Stream
			.of("/actuator", "/actuator/env", "/openapi.json", "/internal", "/api/v1/internal",
					"/api/v1/actuator/health", "/api/v1/../metrics", "/api/v1/threads/../../metrics")
			.map((path) -> DynamicTest.dynamicTest(path, () -> {
				var answer = get(path, Map.of());
				answer.expect(answer.status() == 404 || answer.status() == 400, "404, or 400");
				Refusals.check(answer, answer.status(), "");
			}));
	}

	/** Other paths are pages, which have no endpoints of servers. */
	@TestFactory
	Stream<DynamicTest> endpointsOfServersAreNoPages() {
		return Stream.of("/env", "/heapdump", "/v3/api-docs", "/api-docs", "/jolokia")
			.map((path) -> DynamicTest.dynamicTest(path, () -> {
				var answer = get(path, Map.of()).is(404);
				answer.expect(answer.header("Content-Type").startsWith("text/html"), "a page");
			}));
	}

	@TestFactory
	Stream<DynamicTest> everyResponseHasSecurityHeaders() {
		var guest = this.system.gateway().guest();
		return Stream.of(guest.get("/threads").is(200), guest.get("/nowhere").is(404), guest.get("/users/me").is(401))
			.map((answer) -> DynamicTest.dynamicTest(String.valueOf(answer.status()), () -> {
				answer.has("X-Content-Type-Options").has("Strict-Transport-Security").has("Referrer-Policy");
				answer.expect(answer.header("Content-Security-Policy").contains("frame-ancestors 'none'"), "no frames");
				answer.has("Permissions-Policy").has("X-Correlation-Id");
				answer.expect(answer.header("Server").isEmpty(), "no Server header");
			}));
	}

	@Test
	void validCorrelationIdIsKeptAndInvalidOneIsReplaced() {
		var guest = this.system.gateway().guest();
		var kept = guest.with("X-Correlation-Id", "made-by-us-1").get("/threads/nothing").is(404);
		kept.has("/correlationId", "made-by-us-1")
			.expect(kept.header("X-Correlation-Id").equals("made-by-us-1"), "the id that was sent");
		var bad = guest.with("X-Correlation-Id", "<script>").get("/threads/nothing").is(404);
		bad.expect(!bad.body().contains("script"), "another id");
	}

	@Test
	void onlyAllowedOriginsMayCall() {
		var guest = this.system.gateway().guest();
		var known = guest.with("Origin", "http://localhost:3000").get("/threads").is(200);
		known.expect(known.header("Access-Control-Allow-Origin").equals("http://localhost:3000"), "the origin allowed");
		var unknown = guest.with("Origin", "https://evil.example").get("/threads");
		unknown.expect(unknown.header("Access-Control-Allow-Origin").isEmpty(), "no origin allowed");
		Refusals.check(guest.with("Origin", "https://evil.example").post("/posts", Map.of()), 403, "cors.refused");
	}

	@Test
	void responsesAreCompressedOnRequest() {
		var plain = this.system.gateway().guest().get("/categories").is(200);
		plain.expect(plain.header("Content-Encoding").isEmpty(), "no encoding");
		this.system.document();
		var packed = get("/docs/openapi.json", Map.of("Accept-Encoding", "gzip")).is(200);
		packed.expect(packed.header("Content-Encoding").equals("gzip"), "gzip");
	}

	@Test
	void developmentForumIsSetUp() {
		var guest = this.system.gateway().guest();
		guest.get("/setup").is(200).has("/data/required", false).has("/data/forum/name", "Parley");
	}

	@Test
	void apiDocumentationIsServed() {
		get("/docs", Map.of("Accept", "text/html")).is(200).has("Content-Security-Policy");
	}

	private GatewayResponse get(String path, Map<String, String> headers) {
		ApiUser guest = this.system.gateway().guest();
		var call = new GatewayRequest("GET", path, guest.headers(), null);
		for (var header : headers.entrySet()) {
			call = call.with(header.getKey(), header.getValue());
		}
		return this.system.gateway().exchange(call);
	}

}
