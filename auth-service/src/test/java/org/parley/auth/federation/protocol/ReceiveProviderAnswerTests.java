package org.parley.auth.federation.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.federation.TestIssuer;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.IdentityProviderKind;
import org.parley.auth.federation.provider.SomeProvider;
import org.parley.platform.domain.RefusalException;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReceiveProviderAnswerTests {

	@AutoClose
	private static TestIssuer issuer;

	@AutoClose
	private final TestRedemption redemption = new TestRedemption();

	@BeforeAll
	static void startIssuer() {
		issuer = new TestIssuer();
	}

	@BeforeEach
	void announceIssuer() {
		issuer.describe(true);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "other issuer, code=a&iss=https://evil.test, federation.refused",
			"no issuer, code=a, federation.refused",
			"issuer with another slash, code=a&iss={issuer}/, federation.refused",
			"two issuers, code=a&iss={issuer}&iss={issuer}, federation.refused",
			"no code, iss={issuer}, federation.refused", "empty code, code=&iss={issuer}, federation.refused",
			"blank code, code=%20%09&iss={issuer}, federation.refused",
			"code of a line break, code=%0D%0A&iss={issuer}, federation.refused",
			"two codes, code=a&code=b&iss={issuer}, federation.refused",
			"cancelled, error=access_denied&iss={issuer}, federation.denied",
			"two errors, code=a&error=access_denied&error=access_denied&iss={issuer}, federation.refused",
			"failed, error=%3Cscript%3E&iss={issuer}, federation.refused" })
	void answerWithoutCodeOfTheIssuerIsRefused(String name, String answer, String code) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> code(oidc(), answer))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

	@Test
	void codeOfTheIssuerIsAccepted() {
		assertThat(code(oidc(), "session_state=unknown&code=a-code&iss={issuer}")).isEqualTo("a-code");
	}

	@Test
	void issuerMayBeAbsentWhereTheProviderDoesNotAnnounceIt() {
		issuer.describe(false);
		assertThat(code(oidc(), "code=a-code")).isEqualTo("a-code");
		for (var other : List.of("&iss=https://evil.test", "&iss=", "&iss={issuer}&iss={issuer}")) {
			assertThatExceptionOfType(RefusalException.class).as(other)
				.isThrownBy(() -> code(oidc(), "code=a-code" + other));
		}
	}

	@Test
	void gitHubHasNoIssuer() {
		var gitHub = SomeProvider.of(IdentityProviderKind.GITHUB, "https://github.com", "a-client", "a secret");
		assertThat(code(gitHub, "code=a-code")).isEqualTo("a-code");
	}

	private String code(IdentityProvider provider, String answer) {
		var parameters = new LinkedMultiValueMap<>(UriComponentsBuilder.newInstance()
			.query(answer.replace("{issuer}", issuer.address()))
			.build()
			.getQueryParams());
		parameters.replaceAll((_, values) -> values.stream().map(ReceiveProviderAnswerTests::decoded).toList());
		return ReceiveProviderAnswer.code(provider, this.redemption.client(provider), parameters);
	}

	private static String decoded(String value) {
		return URLDecoder.decode(value, StandardCharsets.UTF_8);
	}

	private static IdentityProvider oidc() {
		return SomeProvider.of(IdentityProviderKind.OIDC, issuer.address(), TestIssuer.CLIENT, TestIssuer.SECRET);
	}

}
