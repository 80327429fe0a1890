package org.parley.auth.federation.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.federation.TestIssuer;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.IdentityProviderKind;
import org.parley.auth.federation.provider.SomeProvider;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.domain.Sha256;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.parley.platform.domain.RefusalKind.INVALID;
import static org.parley.platform.domain.RefusalKind.UNAVAILABLE;

class RedeemCodeTests {

	@AutoClose
	private static TestIssuer issuer;

	@AutoClose
	private final TestRedemption redemption = new TestRedemption();

	@BeforeAll
	static void startIssuer() {
		issuer = new TestIssuer();
	}

	@Test
	void validIdTokenStandsForItsSubject() {
		issuer.grant(claims().build());
		var account = this.redemption.redeem(provider());
		assertThat(account.subject()).isEqualTo("nora");
		assertThat(account.signedInAt()).isEqualTo(TestRedemption.NOW);
	}

	static Stream<Arguments> idTokens() {
		return Stream.of(token("other nonce", (claims) -> claims.claim("nonce", "another")),
				token("no nonce", (claims) -> claims.claim("nonce", null)),
				token("other issuer", (claims) -> claims.issuer("https://evil.test")),
				token("issuer that only begins alike", (claims) -> claims.issuer(claims.getClaims().get("iss") + "/")),
				token("other audience", (claims) -> claims.audience("another-client")),
				token("no audience", (claims) -> claims.audience(List.of())),
				token("several audiences and no party",
						(claims) -> claims.audience(List.of(TestIssuer.CLIENT, "another-client"))),
				token("other party",
						(claims) -> claims.audience(List.of(TestIssuer.CLIENT, "another-client"))
							.claim("azp", "another-client")),
				token("expired", (claims) -> claims.issueTime(at(0)).expirationTime(at(1))),
				token("never expires", (claims) -> claims.expirationTime(null)),
				token("of the future", (claims) -> claims.issueTime(at(4_000_000_000L))),
				token("not yet valid", (claims) -> claims.notBeforeTime(at(4_000_000_000L))),
				token("no subject", (claims) -> claims.subject(null)),
				token("empty subject", (claims) -> claims.subject("")),
				token("overlong subject", (claims) -> claims.subject("s".repeat(256))),
				signed("another algorithm under the same key",
						(issuer, claims) -> issuer.signedAs(claims,
								(header) -> new JWSHeader.Builder(JWSAlgorithm.RS512))),
				signed("unknown critical header",
						(issuer, claims) -> issuer.signedAs(claims,
								(header) -> header.criticalParams(Set.of("odd")).customParam("odd", true))),
				signed("key of its own", TestIssuer::signedByOwnKey), signed("encrypted", TestIssuer::encrypted),
				signed("two tokens",
						(issuer, claims) -> issuer.signedAs(claims, UnaryOperator.identity()) + "."
								+ issuer.signedAs(claims, UnaryOperator.identity())),
				signed("unsigned", (_, claims) -> TestIssuer.unsigned(claims)),
				signed("other key", TestIssuer::signedByStranger),
				signed("our secret as key",
						(issuer, claims) -> issuer.signedBySecret(claims,
								TestIssuer.SECRET.getBytes(StandardCharsets.UTF_8))),
				signed("public key as secret", (issuer, claims) -> issuer.signedBySecret(claims, issuer.publicKey())),
				signed("no JWT", (_, _) -> "nonsense"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("idTokens")
	void hostileIdTokenIsRefused(String name, BiFunction<TestIssuer, JWTClaimsSet.Builder, String> forge) {
		issuer.grant(forge.apply(issuer, claims()));
		this.redemption.assertRefused(provider(), INVALID, "federation.refused");
	}

	@Test
	void answerWithoutIdTokenIsRefused() {
		issuer.grantWithoutIdToken();
		this.redemption.assertRefused(provider(), INVALID, "federation.refused");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{\"sub\": null}", "{\"sub\": \"another\"}", "nonsense" })
	void uselessUserInfoIsRefused(String answer) {
		try (var described = new TestIssuer()) {
			described.describe(false,
					(configuration) -> configuration.put("userinfo_endpoint", described.address() + "/userinfo"));
			described.server().stubFor(get("/userinfo").willReturn(okJson(answer)));
			described.grant(claims(described).claim("email", null).build());
			this.redemption.assertRefused(provider(described), INVALID, "federation.refused");
		}
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null", value = { "token_endpoint, null", "jwks_uri, null", "authorization_endpoint, null",
			"authorization_endpoint, javascript:alert(1)", "token_endpoint, /token", "jwks_uri, ''" })
	void configurationWithoutEndpointIsRefused(String endpoint, @Nullable String address) {
		try (var described = new TestIssuer()) {
			described.describe(false, (configuration) -> configuration.put(endpoint, address));
			assertThatExceptionOfType(RefusalException.class)
				.isThrownBy(() -> this.redemption.client(provider(described)))
				.satisfies((refusal) -> assertThat(refusal.errors()).singleElement()
					.satisfies((error) -> assertThat(error.code()).isEqualTo("federation.misconfigured")));
		}
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null", value = { "null, true", "nora@issuer.example, true", "NORA@issuer.example, true",
			"other@issuer.example, false" })
	void userInfoCompletesThinIdToken(@Nullable String address, boolean verified) {
		try (var described = new TestIssuer()) {
			described.describe(false,
					(configuration) -> configuration.put("userinfo_endpoint", described.address() + "/userinfo"));
			described.server()
				.stubFor(get("/userinfo").willReturn(okJson("""
						{"sub": "nora", "email_verified": true, "name": "Nora N.", "preferred_username": "nora-n"%s}"""
					.formatted((address != null) ? ", \"email\": \"" + address + "\"" : ""))));
			described.grant(claims(described).claim("email_verified", null)
				.claim("name", null)
				.claim("preferred_username", null)
				.build());
			var account = this.redemption.redeem(provider(described));
			assertThat(account.email()).isEqualTo("nora@issuer.example");
			assertThat(account.emailVerified()).isEqualTo(verified);
			assertThat(account.name()).isEqualTo("Nora N.");
			assertThat(account.username()).isEqualTo("nora-n");
		}
	}

	static Stream<ResponseDefinitionBuilder> userInfos() {
		return Stream.of(aResponse().withStatus(401), aResponse().withStatus(403), aResponse().withStatus(503),
				aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), okJson("{}"), okJson("{\"sub\": \"another\"}"),
				ok("<p>Welcome</p>").withHeader("Content-Type", "text/html"));
	}

	@ParameterizedTest
	@MethodSource("userInfos")
	void failureOfUserInfoEndsNoSignInForWhichTheIdTokenIsEnough(ResponseDefinitionBuilder answer) {
		try (var described = new TestIssuer()) {
			described.describe(false,
					(configuration) -> configuration.put("userinfo_endpoint", described.address() + "/userinfo"));
			described.server().stubFor(get("/userinfo").willReturn(answer));
			described.grant(claims(described).claim("email_verified", null).claim("name", null).build());
			var account = this.redemption.redeem(provider(described));
			assertThat(account.subject()).isEqualTo("nora");
			assertThat(account.email()).isEqualTo("nora@issuer.example");
			assertThat(account.emailVerified()).isFalse();
			assertThat(account.name()).isNull();
		}
	}

	@Test
	void userInfoThatAlwaysFailsKeepsNobodyFromSigningIn() throws IOException {
		try (var described = new TestIssuer(); var own = new TestRedemption()) {
			described.describe(false,
					(configuration) -> configuration.put("userinfo_endpoint", described.address() + "/userinfo"));
			described.server().stubFor(get("/userinfo").willReturn(aResponse().withStatus(503)));
			for (var i = 0; i < 10; i++) {
				described.grant(claims(described).claim("name", null).build());
				assertThat(own.redeem(provider(described)).subject()).isEqualTo("nora");
			}
		}
	}

	@Test
	void concurrentTokensUnderNewKeyAreAcceptedWhileItIsFetched() throws Exception {
		try (var rotating = new TestIssuer(); var executor = Executors.newVirtualThreadPerTaskExecutor()) {
			var provider = provider(rotating);
			var client = this.redemption.client(provider);
			rotating.grant(claims(rotating).build());
			this.redemption.redeem(provider, client);
			rotating.replaceKey(true);
			rotating.slowDownKeys(2_000);
			rotating.grant(claims(rotating).build());
			var accounts = executor
				.invokeAll(Collections.nCopies(3, () -> this.redemption.redeem(provider, client).subject()));
			for (var account : accounts) {
				assertThat(account.get()).isEqualTo("nora");
			}
			rotating.server().verify(2, getRequestedFor(urlEqualTo("/jwks")));
		}
	}

	@Test
	void keysThatWorkStayWhileOthersCannotBeFetched() {
		try (var failing = new TestIssuer()) {
			var provider = provider(failing);
			var client = this.redemption.client(provider);
			failing.grant(claims(failing).build());
			this.redemption.redeem(provider, client);
			failing.server().stubFor(get("/jwks").willReturn(notFound()));
			failing.grant(failing.signedByStranger(claims(failing).build()));
			assertThatExceptionOfType(RefusalException.class)
				.isThrownBy(() -> this.redemption.redeem(provider, client));
			failing.grant(claims(failing).build());
			assertThat(this.redemption.redeem(provider, client).subject()).isEqualTo("nora");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void newKeyUnderTheSameIdIsFetchedOnce(boolean named) {
		try (var rotating = new TestIssuer()) {
			var provider = provider(rotating);
			var client = this.redemption.client(provider);
			for (var turn = 0; turn < 2; turn++) {
				rotating.replaceKey(named);
				rotating.grant(claims(rotating).build());
				assertThat(this.redemption.redeem(provider, client).subject()).isEqualTo("nora");
			}
			rotating.grant(rotating.signedByStranger(claims(rotating).build()));
			for (var turn = 0; turn < 3; turn++) {
				assertThatExceptionOfType(RefusalException.class)
					.isThrownBy(() -> this.redemption.redeem(provider, client));
			}
			rotating.server().verify(2, getRequestedFor(urlEqualTo("/jwks")));
		}
	}

	static Stream<Arguments> failures() {
		return Stream.of(arguments("slow", UNAVAILABLE, ok().withFixedDelay(60_000)),
				arguments("dripping", UNAVAILABLE,
						okJson("{}" + " ".repeat(1_000)).withChunkedDribbleDelay(1_000, 600_000)),
				arguments("oversized", UNAVAILABLE, okJson("{\"a\": \"" + "a".repeat(2_000_000) + "\"}")),
				arguments("reset", UNAVAILABLE, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
				arguments("silent", UNAVAILABLE, aResponse().withFault(Fault.EMPTY_RESPONSE)),
				arguments("garbled", UNAVAILABLE, aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
				arguments("overloaded", UNAVAILABLE, aResponse().withStatus(429)),
				arguments("broken", UNAVAILABLE, aResponse().withStatus(502)),
				arguments("a page", INVALID, ok("<p>Welcome</p>").withHeader("Content-Type", "text/html")),
				arguments("empty", INVALID, ok()), arguments("no object", INVALID, okJson("[]")),
				arguments("deep", INVALID, okJson("{\"a\": " + "[".repeat(100_000))),
				arguments("elsewhere", INVALID, temporaryRedirect("/elsewhere")),
				arguments("forbidden", INVALID, aResponse().withStatus(403)),
				arguments("nothing there", INVALID, notFound()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("failures")
	void uselessAnswerToTheCodeIsRefusedInTime(String name, RefusalKind kind, ResponseDefinitionBuilder answer)
			throws IOException {
		issuer.server().stubFor(post("/token").willReturn(answer));
		try (var redemption = new TestRedemption(Duration.ofSeconds((kind == UNAVAILABLE) ? 2 : 30))) {
			assertTimeoutPreemptively(Duration.ofSeconds(50), () -> redemption.assertRefused(provider(), kind,
					(kind == UNAVAILABLE) ? "federation.unavailable" : "federation.refused"));
		}
		issuer.server().verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
	}

	private static IdentityProvider provider() {
		return provider(issuer);
	}

	private static IdentityProvider provider(TestIssuer described) {
		return SomeProvider.of(IdentityProviderKind.OIDC, described.address(), TestIssuer.CLIENT, TestIssuer.SECRET);
	}

	/** Spring Security keeps the nonce, and sends its hash. */
	private static JWTClaimsSet.Builder claims() {
		return claims(issuer);
	}

	private static JWTClaimsSet.Builder claims(TestIssuer described) {
		var hash = HexFormat.of().parseHex(Sha256.hex(TestRedemption.NONCE));
		return described.claims("nora", Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
				TestRedemption.NOW);
	}

	private static Date at(long second) {
		return Date.from(Instant.ofEpochSecond(second));
	}

	private static Arguments token(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
		return forged(name,
				(issuer, claims) -> issuer.signedAs(change.apply(claims).build(), UnaryOperator.identity()));
	}

	private static Arguments signed(String name, BiFunction<TestIssuer, JWTClaimsSet, String> sign) {
		return forged(name, (issuer, claims) -> sign.apply(issuer, claims.build()));
	}

	private static Arguments forged(String name, BiFunction<TestIssuer, JWTClaimsSet.Builder, String> forge) {
		return arguments(name, forge);
	}

}
