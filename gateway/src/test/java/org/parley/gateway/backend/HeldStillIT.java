package org.parley.gateway.backend;

import java.util.List;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.gateway.Backends;
import org.parley.gateway.GatewayTest;
import org.parley.gateway.Visitors;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Services that are held still, as by SIGSTOP: chat has one instance, social two. The
 * response timeout is an hour, so only the gateway's own questions can end a request.
 */
@GatewayTest
@DirtiesContext
@TestPropertySource(properties = { "parley.gateway.backend.patience=300ms",
		"spring.cloud.gateway.server.webflux.httpclient.response-timeout=1h" })
class HeldStillIT {

	private static final HeldInstance CHAT = new HeldInstance();

	private static final HeldInstance SOCIAL = new HeldInstance();

	private static final HeldInstance OTHER_SOCIAL = new HeldInstance();

	private static final HeldInstance WEB = new HeldInstance();

	private static final List<HeldInstance> ALL = List.of(CHAT, SOCIAL, OTHER_SOCIAL, WEB);

	@LocalServerPort
	int port;

	@Autowired
	CircuitBreakerRegistry breakers;

	@DynamicPropertySource
	static void addresses(DynamicPropertyRegistry properties) {
		properties.add("PARLEY_CHAT_URI", CHAT::uri);
		properties.add("PARLEY_SOCIAL_URI", SOCIAL::uri);
		properties.add("PARLEY_SOCIAL_OTHERS", OTHER_SOCIAL::uri);
		properties.add("PARLEY_WEB_URI", WEB::uri);
	}

	@AfterAll
	static void stop() {
		ALL.forEach(HeldInstance::stop);
	}

	@AfterEach
	void release() {
		ALL.forEach(HeldInstance::release);
		Backends.awaitCalls(this.breakers);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /api/v1/chat/conversations", "POST, /api/v1/chat/conversations",
			"DELETE, /api/v1/chat/messages/1", "GET, /explore", "POST, /sign-in" })
	void requestToHeldServiceIsRefusedSoon(String method, String path) {
		ALL.forEach(HeldInstance::hold);
		for (int i = 0; i < 3; i++) {
			ask(method, path).expectStatus()
				.isEqualTo(503)
				.expectHeader()
				.valueMatches("Retry-After", "[12]")
				.expectBody()
				.jsonPath("$.code")
				.isEqualTo("service.unavailable");
		}
	}

	@Test
	void otherServicesAnswerMeanwhile() {
		CHAT.hold();
		ask("GET", "/api/v1/chat/conversations").expectStatus().isEqualTo(503);
		ask("GET", "/explore").expectStatus().isOk();
		ask("GET", "/api/v1/social/feed").expectStatus().isOk();
	}

	@Test
	void heldServiceIsCalledAgainAfterItsRelease() {
		WEB.hold();
		ask("GET", "/explore").expectStatus().isEqualTo(503);
		WEB.release();
		Backends.awaitCalls(this.breakers);
		ask("GET", "/explore").expectStatus().isOk();
	}

	/** The first read waits at the held instance, and is repeated at the other. */
	@Test
	void otherInstanceAnswersReads() {
		SOCIAL.hold();
		for (int i = 0; i < 6; i++) {
			ask("GET", "/api/v1/social/feed").expectStatus().isOk();
		}
	}

	@Test
	void writesGoToOtherInstance() {
		SOCIAL.hold();
		Awaitility.await().until(() -> {
			ask("GET", "/api/v1/social/feed");
			return !this.breakers.getAllCircuitBreakers().stream().allMatch(Backends::isClosed);
		});
		for (int i = 0; i < 6; i++) {
			ask("POST", "/api/v1/social/posts").expectStatus().isOk();
		}
	}

	private WebTestClient.ResponseSpec ask(String method, String path) {
		return Visitors.at(this.port).method(HttpMethod.valueOf(method)).uri(path).exchange();
	}

}
