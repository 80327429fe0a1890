package org.parley.gateway.overview;

import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

/**
 * Three services: one answers correctly, one as a test configures it, one lacks the
 * endpoint.
 */
@GatewayTest
@TestPropertySource(properties = "parley.gateway.overview.patience=3s")
class OverviewIT {

	private static final List<String> NAMES = List.of("auth", "forum", "moderation", "summary", "notification",
			"realtime", "webhook", "chat", "social", "media");

	private static final WireMockServer SERVICES = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1").containerThreads(24));

	static {
		SERVICES.start();
	}

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry properties) {
		for (var service : NAMES) {
			properties.add("parley.gateway.overview.services." + service + "-service", SERVICES::baseUrl);
		}
	}

	@AfterAll
	static void stop() {
		SERVICES.stop();
	}

	@BeforeEach
	void noServiceAnswers() {
		SERVICES.resetAll();
		SERVICES.stubFor(any(anyUrl()).willReturn(jsonResponse("{\"code\":\"route.not-found\"}", 404)));
	}

	@Test
	void jobsOfAllServicesAreCombined() {
		teach("forum", "jobs", "{\"data\":[{\"name\":\"generate-statistics\",\"next\":null}]}");
		teach("auth", "jobs", "{\"data\":[{\"name\":\"unban\",\"next\":null},{\"name\":\"forget\",\"next\":null}]}");
		ask("jobs").expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.APPLICATION_JSON)
			.expectBody()
			.jsonPath("$.data.length()")
			.isEqualTo(3)
			.jsonPath("$.data[0].service")
			.isEqualTo("auth-service")
			.jsonPath("$.data[0].name")
			.isEqualTo("unban")
			.jsonPath("$.data[2].service")
			.isEqualTo("forum-service")
			.jsonPath("$.meta.missing.length()")
			.isEqualTo(0);
		SERVICES.verify(NAMES.size(),
				getRequestedFor(urlPathMatching("/api/v1/admin/.*-service/jobs"))
					.withHeader("Authorization", equalTo("Bearer mine"))
					.withHeader("X-Correlation-Id", equalTo("overview-1")));
	}

	@Test
	void deadLettersLinkToOthers() {
		teach("forum", "dead-letters",
				"{\"data\":[{\"id\":\"01J\",\"queue\":\"q\"}],\"meta\":{\"pagination\":{\"next\":\"abc\"}}}");
		teach("auth", "dead-letters", "{\"data\":[],\"meta\":{\"pagination\":{\"next\":null}}}");
		ask("dead-letters").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.data[0].letters.length()")
			.isEqualTo(0)
			.jsonPath("$.data[0].more")
			.isEqualTo(false)
			.jsonPath("$.data[1].letters[0].id")
			.isEqualTo("01J")
			.jsonPath("$.data[1].more")
			.isEqualTo(true)
			.jsonPath("$.data[1].link")
			.isEqualTo("/api/v1/admin/forum-service/dead-letters");
	}

	@Test
	void outboxesOfAllServicesAreCombined() {
		teach("forum", "outbox",
				"{\"data\":{\"pending\":3,\"held\":1,\"parked\":0,\"oldest\":\"2026-11-20T18:00:00Z\"}}");
		teach("auth", "outbox", "{\"data\":{\"pending\":0,\"held\":0,\"parked\":0}}");
		ask("outboxes").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.data.length()")
			.isEqualTo(2)
			.jsonPath("$.data[0].service")
			.isEqualTo("auth-service")
			.jsonPath("$.data[1].pending")
			.isEqualTo(3)
			.jsonPath("$.data[1].oldest")
			.isEqualTo("2026-11-20T18:00:00Z")
			.jsonPath("$.meta.missing.length()")
			.isEqualTo(0);
	}

	@Test
	void silentServiceIsListedWithoutDelay() {
		teach("forum", "jobs", "{\"data\":[{\"name\":\"generate-statistics\"}]}");
		SERVICES.stubFor(any(urlPathMatching(".*/auth-service/.*")).willReturn(okJson("{}").withFixedDelay(30_000)));
		SERVICES.stubFor(any(urlPathMatching(".*/moderation-service/.*")).willReturn(jsonResponse("{}", 503)));
		SERVICES.stubFor(any(urlPathMatching(".*/summary-service/.*"))
			.willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
		SERVICES.stubFor(any(urlPathMatching(".*/webhook-service/.*")).willReturn(okJson("[not json")));
		ask("jobs").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.data.length()")
			.isEqualTo(1)
			.jsonPath("$.meta.missing.length()")
			.isEqualTo(4)
			.jsonPath("$.meta.missing[?(@.service == 'auth-service')].reason")
			.isEqualTo("The service did not answer within 3000 ms.")
			.jsonPath("$.meta.missing[?(@.service == 'moderation-service')].reason")
			.isEqualTo("The service answered with status 503.")
			.jsonPath("$.meta.missing[?(@.service == 'summary-service')].reason")
			.isEqualTo("The service is unreachable.")
			.jsonPath("$.meta.missing[?(@.service == 'webhook-service')].reason")
			.isEqualTo("The answer of the service is invalid.");
	}

	@Test
	void denialOfOneServiceDeniesOverview() {
		teach("forum", "jobs", "{\"data\":[{\"name\":\"secret\"}]}");
		SERVICES.stubFor(any(urlPathMatching(".*/webhook-service/.*"))
			.willReturn(jsonResponse("{\"code\":\"auth.forbidden\",\"detail\":\"You may not do this.\"}", 403)));
		refused(ask("jobs"), 403, "auth.forbidden");
		SERVICES.stubFor(any(urlPathMatching(".*/webhook-service/.*"))
			.willReturn(jsonResponse("{\"code\":\"auth.token-invalid\",\"detail\":\"Sign in anew.\"}", 401)));
		refused(ask("jobs"), 401, "auth.token-invalid").expectHeader()
			.valueEquals("WWW-Authenticate", "Bearer error=\"invalid_token\"");
	}

	@Test
	void overviewWithoutAnswersIsUnavailable() {
		SERVICES.stubFor(any(anyUrl()).willReturn(jsonResponse("{}", 503)));
		refused(ask("jobs"), 503, "service.unavailable");
	}

	@Test
	void anonymousRequestIsRefusedWithoutCalls() {
		refused(Visitors.at(this.port).get().uri("/api/v1/admin/jobs").exchange(), 401, "auth.required");
		SERVICES.verify(0, getRequestedFor(anyUrl()));
	}

	@Test
	void unknownQueryPropertyIsRefused() {
		ask("jobs?all=true").expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("request.invalid")
			.jsonPath("$.errors[0].field")
			.isEqualTo("all")
			.jsonPath("$.errors[0].code")
			.isEqualTo("request.unknown-property");
	}

	private static void teach(String service, String what, String body) {
		SERVICES
			.stubFor(any(urlPathMatching("/api/v1/admin/" + service + "-service/" + what)).willReturn(okJson(body)));
	}

	private WebTestClient.ResponseSpec ask(String what) {
		return Visitors.at(this.port)
			.get()
			.uri("/api/v1/admin/" + what)
			.header("Authorization", "Bearer mine")
			.header("X-Correlation-Id", "overview-1")
			.exchange();
	}

	private static WebTestClient.ResponseSpec refused(WebTestClient.ResponseSpec answer, int status, String code) {
		answer.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo(code);
		return answer;
	}

}
