package org.parley.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestTokens;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Tokens before the first fetch of the issuer's keys. */
@SpringBootTest(classes = AccessTests.House.class,
		properties = { "spring.application.name=house-service", "parley.public-url=" + TestTokens.ISSUER })
@AutoConfigureMockMvc
class SilentIssuerTests {

	private static final ServerSocket SILENT = silent();

	@Autowired
	private MockMvcTester mvc;

	@DynamicPropertySource
	static void issuer(DynamicPropertyRegistry properties) {
		properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
				() -> "http://127.0.0.1:" + SILENT.getLocalPort() + "/oauth2/jwks");
	}

	@Test
	void unverifiableTokenMayBeRetried() {
		var token = TestTokens.of("1", "alice");
		var answer = this.mvc.get().uri("/members").header("Authorization", "Bearer " + token).exchange();
		assertThat(answer).hasStatus(503)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.hasHeader("Retry-After", "2");
		assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("service.unavailable");
		assertThat(answer).bodyText().doesNotContain("jwks");
	}

	@Test
	void concurrentUnverifiableTokensMayBeRetried() throws InterruptedException {
		Callable<Integer> visit = () -> this.mvc.get()
			.uri("/members")
			.header("Authorization", "Bearer " + TestTokens.of("1", "alice"))
			.exchange()
			.getResponse()
			.getStatus();
		try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
			var answers = all.invokeAll(Collections.nCopies(40, visit)).stream().map(Future::resultNow);
			assertThat(answers).hasSize(40).containsOnly(503);
		}
	}

	@Test
	void guestsAreServedWithoutKeys() {
		assertThat(this.mvc.get().uri("/public").exchange()).hasStatus(200);
	}

	/** Accepts connections and never answers. */
	private static ServerSocket silent() {
		try {
			return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
