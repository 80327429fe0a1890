package org.parley.gateway.token;

import java.util.Arrays;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.gateway.limit.FetchedIssuerKeys;
import org.parley.platform.security.token.TokenAudiences;
import org.parley.platform.test.client.TestTokens;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/** Revocations and limits apply to tokens that the gateway recognises. */
class RequestAccessTokensTests {

	@RegisterExtension
	static final FetchedIssuerKeys KEYS = new FetchedIssuerKeys();

	@ParameterizedTest
	@EnumSource
	void tokenOfEachKindNamesItsPersonSessionAndVersion(RequestTokenKind kind) {
		var token = Objects.requireNonNull(KEYS.accessTokens().of(request(kind.header("alice"))));
		assertThat(token.subject()).isEqualTo("alice");
		assertThat(token.session()).isEqualTo(RequestTokenKind.session("alice"));
		assertThat(token.version()).isEqualTo(1);
		assertThat(token.administrator()).isFalse();
	}

	@Test
	void tokensOfAllAudiencesAreTried() {
		assertThat(Arrays.stream(RequestTokenKind.values()).map(RequestTokenKind::audience))
			.containsAll(TokenAudiences.ALL);
	}

	/** It has a grant, but neither a person nor a version. */
	@Test
	void tokenOfClientCredentialsNamesItsGrant() {
		var token = Objects.requireNonNull(KEYS.accessTokens()
			.of(request("Bearer " + TestTokens.claims("books", "books")
				.claim("client_id", "books")
				.claim("roles", null)
				.claim("ver", null)
				.claim("sid", "its-grant")
				.sign())));
		assertThat(token.session()).isEqualTo("its-grant");
		assertThat(token.isOfApp()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "parley-printers", "PARLEY", "parley-sockets2", "" })
	void tokenOfOtherAudienceIsNotRecognised(String audience) {
		var token = TestTokens.claims("alice", "alice").audience(audience).sign();
		assertThat(KEYS.accessTokens().of(request("Bearer " + token))).isNull();
	}

	@Test
	void tokenWithoutAudienceIsNotRecognised() {
		var token = TestTokens.claims("alice", "alice").claim("aud", null).sign();
		assertThat(KEYS.accessTokens().of(request("Bearer " + token))).isNull();
	}

	private static MockServerWebExchange request(String authorization) {
		return MockServerWebExchange
			.from(MockServerHttpRequest.get("/api/v1/notifications").header(HttpHeaders.AUTHORIZATION, authorization));
	}

}
