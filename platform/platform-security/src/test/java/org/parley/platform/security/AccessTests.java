package org.parley.platform.security;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.Caller;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.web.Data;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = { "spring.application.name=house-service", "parley.public-url=" + TestTokens.ISSUER })
@AutoConfigureMockMvc
class AccessTests {

	@Autowired
	private MockMvcTester mvc;

	@DynamicPropertySource
	static void issuer(DynamicPropertyRegistry properties) {
		properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", TestTokens::keysUri);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			/public,    -,         200
			/public,    user,      200
			/members,   -,         401
			/members,   user,      200
			/moderators, user,     403
			/moderators, moderator, 200
			/moderators, admin,    200
			/forgotten, -,         401
			/forgotten, admin,     403
			/refused,   admin,     403
			/livez-not, admin,     403
			/api/v1/admin/house-service/keys, -,         401
			/api/v1/admin/house-service/keys, user,      403
			/api/v1/admin/house-service/keys, moderator, 403
			/api/v1/admin/house-service/keys, admin,     200
			/api/v1/admin/other-service/keys, admin,     403
			""")
	void unlistedOperationIsDenied(String path, @Nullable String role, int status) {
		var answer = get(path, (role != null) ? TestTokens.of("1", "alice", role) : null);
		assertThat(answer).hasStatus(status);
		if (status >= 400) {
			assertThat(answer).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
			assertThat(answer).bodyJson()
				.extractingPath("$.code")
				.isEqualTo((status == 401) ? "auth.required" : "auth.forbidden");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "a\n", "\u001b", "\u007f", "\u0085", "\u0378" })
	void namesOfParametersMayHaveAnyCharacter(String name) {
		var answer = this.mvc.get().uri("/public").queryParam(name, "1").exchange();
		assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo("request.unknown-property");
	}

	@ParameterizedTest
	@CsvSource({ "If-None-Match, 200", "Accept-Language, 200", "X-Correlation-Id, 200", "Accept, 406" })
	void valuesOfHeadersMayHaveAnyCharacter(String header, int status) {
		assertThat(this.mvc.get().uri("/public").header(header, "\u0085\u0378").exchange()).hasStatus(status);
	}

	static Stream<Arguments> badTokens() {
		return Stream.of(Arguments.of("garbage", "garbage"),
				Arguments.of("expired", TestTokens.claims("1", "alice").expired().sign()),
				Arguments.of("another issuer", TestTokens.claims("1", "alice").claim("iss", "http://evil").sign()),
				Arguments.of("another audience", TestTokens.claims("1", "alice").audience("others").sign()),
				Arguments.of("nobody's", TestTokens.claims("", "alice").sign()),
				Arguments.of("without an end", TestTokens.claims("1", "alice").claim("exp", null).sign()),
				Arguments.of("an id token", TestTokens.claims("1", "alice").type("JWT").sign()),
				Arguments.of("a stranger's signature", TestTokens.claims("1", "alice").signByStranger()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("badTokens")
	void invalidTokenIsRefusedOnPublicOperations(String name, String token) {
		var answer = get("/public", token);
		assertThat(answer).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer.getResponse().getHeader("WWW-Authenticate")).startsWith("Bearer");
		assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("auth.token-invalid");
	}

	@Test
	void challengeNamesPublicAddressOnly() {
		for (var token : new String[] { "garbage", TestTokens.claims("1", "alice").expired().sign() }) {
			assertThat(get("/public", token).getResponse().getHeaders("WWW-Authenticate"))
				.anySatisfy((challenge) -> assertThat(challenge)
					.startsWith("Bearer error=\"invalid_token\", error_description=\"")
					.endsWith(", resource_metadata=\"" + TestTokens.ISSUER + "/.well-known/oauth-protected-resource\""))
				.noneMatch((challenge) -> challenge.contains("localhost"));
		}
	}

	@Test
	void resourceIsDescribedAtThePublicAddress() {
		assertThat(get("/.well-known/oauth-protected-resource", null)).hasStatus(200).bodyJson().isStrictlyEqualTo("""
				{
				  "resource": "%1$s",
				  "authorization_servers": ["%1$s"],
				  "bearer_methods_supported": ["header"],
				  "dpop_signing_alg_values_supported": [
				    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
				}
				""".formatted(TestTokens.ISSUER));
	}

	@Test
	void adminTokenWithoutScopeIsDeniedOperatorEndpoints() {
		var reading = TestTokens.claims("1", "alice", "admin").claim("scope", "threads:read").sign();
		assertThat(get("/api/v1/admin/house-service/keys", reading)).hasStatus(403);
		var administering = TestTokens.claims("1", "alice", "admin").claim("scope", "threads:read admin").sign();
		assertThat(get("/api/v1/admin/house-service/keys", administering)).hasStatus(200);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			/threads,    user,      threads:read,            200, -
			/threads,    user,      parley,                  200, -
			/threads,    admin,     profile threads:write,   403, threads:read
			/threads,    -,         threads:read,            200, -
			/threads,    -,         openid,                  403, threads:read
			/replies,    user,      threads:write,           200, -
			/replies,    user,      threads:read moderation, 403, threads:write
			/replies,    -,         threads:write,           403, -
			/cases,      moderator, moderation,              200, -
			/cases,      admin,     moderation,              200, -
			/cases,      admin,     admin,                   403, moderation
			/cases,      moderator, threads:read,            403, moderation
			/cases,      user,      moderation,              403, -
			/password,   user,      parley,                  200, -
			/password,   user,      profile admin,           403, ''
			""")
	void scopeAndRoleAreRequired(String path, @Nullable String role, String scope, int status,
			@Nullable String missing) {
		var answer = get(path, scoped(role, scope));
		assertThat(answer).hasStatus(status);
		if (status == 403) {
			assertThat(answer).bodyJson()
				.extractingPath("$.code")
				.isEqualTo((missing != null) ? "auth.scope-missing" : "auth.forbidden");
			var challenge = assertThat(answer.getResponse().getHeader("WWW-Authenticate"))
				.startsWith("Bearer error=\"insufficient_scope\"");
			if (missing != null && !missing.isEmpty()) {
				challenge.endsWith(", scope=\"" + missing + "\"");
			}
			else {
				challenge.doesNotContain(" scope=");
			}
		}
	}

	@Test
	void requestWithoutTokenIsAGuest() {
		assertThat(get("/threads", null)).hasStatus(200);
		assertThat(get("/replies", null)).hasStatus(401);
	}

	@Test
	void tokenWithoutScopeSeesWhatGuestsSee() {
		assertThat(get("/public", scoped("moderator", "threads:read moderation"))).bodyJson()
			.extractingPath("$.data")
			.isEqualTo("alice true false");
		assertThat(get("/public", scoped("moderator", "threads:read"))).bodyJson()
			.extractingPath("$.data")
			.isEqualTo("alice false false");
		assertThat(get("/public", scoped(null, "threads:read"))).bodyJson()
			.extractingPath("$.data")
			.isEqualTo(" false false");
	}

	@Test
	void callerHasClaimsOfToken() {
		assertThat(get("/members", TestTokens.of("42", "alice", "moderator"))).bodyJson()
			.extractingPath("$.data")
			.isEqualTo("42 alice true false");
		assertThat(get("/public", null)).bodyJson().extractingPath("$.data").isEqualTo("nobody");
	}

	/** A token with these scopes; without a role it has no person. */
	private static String scoped(@Nullable String role, String scope) {
		var claims = TestTokens.claims("1", "alice", (role != null) ? role : "user").claim("scope", scope);
		if (role == null) {
			Stream.of("roles", "preferred_username", "name", "sid", "ver")
				.forEach((claim) -> claims.claim(claim, null));
		}
		return claims.sign();
	}

	private MvcTestResult get(String path, @Nullable String token) {
		var request = this.mvc.get().uri(path);
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		return request.exchange();
	}

	@Configuration
	@EnableAutoConfiguration
	@Import(DoorController.class)
	static class House {

		@Bean
		AccessRules rules(RoleHierarchy roles) {
			return (requests) -> requests.requestMatchers("/public", "/refused")
				.permitAll()
				.requestMatchers("/members")
				.hasRole("user")
				.requestMatchers("/moderators")
				.hasRole("moderator")
				.requestMatchers("/threads")
				.access(AccessRules.guestOr("threads:read"))
				.requestMatchers("/replies")
				.access(AccessRules.may("user", "threads:write", roles))
				.requestMatchers("/cases")
				.access(AccessRules.may("moderator", "moderation", roles))
				.requestMatchers("/password")
				.access(AccessRules.firstParty("user", roles));
		}

	}

	@RestController
	static class DoorController {

		@GetMapping({ "/public", "/threads" })
		Data<String> open(@Nullable Caller caller) {
			return new Data<>((caller != null)
					? "%s %s %s".formatted(caller.username(), caller.isModerator(), caller.isAdmin()) : "nobody");
		}

		@GetMapping("/members")
		Data<String> members(Caller caller) {
			return new Data<>(
					"%s %s %s %s".formatted(caller.id(), caller.username(), caller.isModerator(), caller.isAdmin()));
		}

		@GetMapping({ "/moderators", "/forgotten", "/replies", "/cases", "/password",
				"/api/v1/admin/house-service/keys", "/api/v1/admin/other-service/keys" })
		Data<String> moderators(Caller caller) {
			return new Data<>(caller.id());
		}

		@GetMapping("/refused")
		void refused() {
			throw new AccessDeniedException("secret reason");
		}

	}

}
