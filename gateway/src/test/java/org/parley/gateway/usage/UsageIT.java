package org.parley.gateway.usage;

import java.util.UUID;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestTokens;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

@GatewayTest
@LocalStackTest
@TestPropertySource(properties = { "parley.gateway.limits.token.requests=3", "parley.gateway.limits.app.requests=4" })
class UsageIT {

	private static final String USAGE = "/api/v1/users/me/usage";

	private static final WireMockServer AUTH = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

	static {
		AUTH.start();
	}

	@LocalServerPort
	int port;

	private final String owner = UUID.randomUUID().toString();

	private final String person = TestTokens.of(this.owner, "alice");

	private final String program = UUID.randomUUID().toString();

	@DynamicPropertySource
	static void auth(DynamicPropertyRegistry properties) {
		properties.add("parley.gateway.overview.services.auth-service", AUTH::baseUrl);
	}

	@AfterAll
	static void stop() {
		AUTH.stop();
	}

	@BeforeEach
	void untilTheKeysAreThere() {
		AUTH.resetAll();
		Awaitility.await()
			.untilAsserted(() -> request("/api/v1/notifications", this.person).expectHeader()
				.valueMatches("RateLimit-Policy", "\"user\".*"));
	}

	@Test
	void personalTokenHasQuotaOfItsOwn() {
		String personal = personalToken(this.program);
		// The gateway learns whose token it is by the first request.
		notifications(personal).expectStatus().isOk();
		for (int left = 2; left >= 0; left--) {
			notifications(personal).expectStatus()
				.isOk()
				.expectHeader()
				.valueEquals("RateLimit-Policy", "\"user\";q=300;w=60, \"token\";q=3;w=86400")
				.expectHeader()
				.valueMatches("RateLimit", "\"user\";r=\\d+;t=\\d+, \"token\";r=" + left + ";t=\\d+");
		}
		notifications(personal).expectStatus()
			.isEqualTo(429)
			.expectHeader()
			.exists("Retry-After")
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("quota.exceeded");
		String other = personalToken(UUID.randomUUID().toString());
		notifications(other).expectStatus().isOk();
		notifications(other).expectStatus().isOk();
		notifications(this.person).expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("RateLimit-Policy", "\"user\";q=300;w=60");
	}

	@Test
	void usersOfAnAppShareItsQuota() {
		for (int i = 0; i < 4; i++) {
			notifications(ofApp(UUID.randomUUID().toString())).expectStatus().isOk();
		}
		notifications(ofApp(UUID.randomUUID().toString())).expectStatus()
			.isEqualTo(429)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("quota.exceeded");
	}

	@Test
	void ownerSeesUsageOfTokensAndApps() {
		notifications(ofApp(UUID.randomUUID().toString())).expectStatus().isOk();
		lists("[{\"id\":\"T1\",\"name\":\"backup\"}]",
				"[{\"id\":\"%s\",\"name\":\"Reading list\"}]".formatted(this.program));
		request(USAGE, this.person).expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Cache-Control", "no-store")
			.expectBody()
			.json("""
					{"data": [
					  {"kind": "token", "id": "T1", "name": "backup", "quota": 3, "windowSeconds": 86400,
					   "used": 0, "remaining": 3},
					  {"kind": "app", "id": "%s", "name": "Reading list", "quota": 4, "windowSeconds": 86400,
					   "used": 1, "remaining": 3}]}
					""".formatted(this.program));
	}

	@Test
	void refusalOfAuthServiceIsPassedOn() {
		AUTH.stubFor(get("/api/v1/auth/tokens")
			.willReturn(jsonResponse("{\"code\":\"auth.scope-missing\",\"detail\":\"No.\"}", 403)));
		AUTH.stubFor(get("/api/v1/users/me/apps").willReturn(okJson("{\"data\":[]}")));
		request(USAGE, ofApp(this.owner)).expectStatus()
			.isForbidden()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("auth.scope-missing");
	}

	@Test
	void usageIsUnavailableWithoutAuthService() {
		AUTH.stubFor(get("/api/v1/auth/tokens").willReturn(jsonResponse("{}", 500)));
		request(USAGE, this.person).expectStatus().isEqualTo(503);
	}

	@Test
	void guestsHaveNoUsage() {
		Visitors.at(this.port)
			.get()
			.uri(USAGE)
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("auth.required");
	}

	@Test
	void unknownQueryIsRefused() {
		request(USAGE + "?all=true", this.person).expectStatus().isBadRequest();
	}

	@Test
	void otherMethodsAreRefused() {
		Visitors.at(this.port)
			.post()
			.uri(USAGE)
			.header("Authorization", "Bearer " + this.person)
			.exchange()
			.expectStatus()
			.isEqualTo(405);
	}

	private void lists(String tokens, String apps) {
		AUTH.stubFor(get("/api/v1/auth/tokens").withHeader("Authorization", equalTo("Bearer " + this.person))
			.willReturn(okJson("{\"data\":%s}".formatted(tokens))));
		AUTH.stubFor(get("/api/v1/users/me/apps").willReturn(okJson("{\"data\":%s}".formatted(apps))));
	}

	private String ofApp(String user) {
		return TestTokens.claims(user, "alice").claim("client_id", this.program).claim("scope", "posts").sign();
	}

	private String personalToken(String id) {
		String personal = "parley_pat_" + id.replace("-", "") + "00000000000";
		Backends.exchange(personal,
				TestTokens.claims(this.owner, "alice").claim("client_id", "personal").claim("sid", id).sign());
		return personal;
	}

	private WebTestClient.ResponseSpec notifications(String token) {
		return request("/api/v1/notifications", token);
	}

	private WebTestClient.ResponseSpec request(String uri, String token) {
		return Visitors.at(this.port).get().uri(uri).header("Authorization", "Bearer " + token).exchange();
	}

}
