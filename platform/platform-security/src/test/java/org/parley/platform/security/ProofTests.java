package org.parley.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.test.client.TestTokens;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** A key-bound token requires a proof. */
@SpringBootTest(classes = AccessTests.House.class,
		properties = { "spring.application.name=house-service", "parley.public-url=" + TestTokens.ISSUER })
@AutoConfigureMockMvc
class ProofTests {

	private static final ECKey KEY = key();

	private static final ECKey OTHER = key();

	private static final String ADDRESS = TestTokens.ISSUER + "/members";

	@Autowired
	private MockMvcTester mvc;

	private final String token = bound().sign();

	@DynamicPropertySource
	static void issuer(DynamicPropertyRegistry properties) {
		properties.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", TestTokens::keysUri);
	}

	@Test
	void proofForPublicAddressIsAccepted() {
		assertThat(get("DPoP " + this.token, proof(this.token))).hasStatus(200)
			.bodyJson()
			.extractingPath("$.data")
			.isEqualTo("1 alice false false");
		assertThat(get("dpop " + this.token, proof(this.token))).hasStatus(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { ADDRESS + "?page=2#end", "http://PARLEY.test/members", "HTTP://parley.test:80/members" })
	void equivalentAddressIsAccepted(String address) {
		assertThat(get("DPoP " + this.token, proof(this.token, (claims) -> claims.claim("htu", address))))
			.hasStatus(200);
	}

	@Test
	void replayedProofIsRefused() {
		var proof = proof(this.token);
		assertThat(get("DPoP " + this.token, proof)).hasStatus(200);
		refused(get("DPoP " + this.token, proof), "auth.proof-invalid", "invalid_dpop_proof");
	}

	@Test
	void proofIdsAreSeparateForEachKey() {
		var id = UUID.randomUUID().toString();
		var others = TestTokens.claims("2", "bob").claim("cnf", Map.of("jkt", thumbprint(OTHER))).sign();
		assertThat(get("DPoP " + this.token, proof(this.token, (claims) -> claims.jwtID(id)))).hasStatus(200);
		assertThat(get("DPoP " + others, proof(OTHER, OTHER, "dpop+jwt", claims(others, (claims) -> claims.jwtID(id)))))
			.hasStatus(200);
	}

	static Stream<Arguments> badProofs() {
		return Stream.of(bad("another method", (claims) -> claims.claim("htm", "POST")),
				bad("no method", (claims) -> claims.claim("htm", null)),
				bad("a method that is a number", (claims) -> claims.claim("htm", 7)),
				bad("another path", (claims) -> claims.claim("htu", ADDRESS + "/1")),
				bad("the address inside", (claims) -> claims.claim("htu", "http://localhost/members")),
				bad("another scheme", (claims) -> claims.claim("htu", "https://parley.test/members")),
				bad("another port", (claims) -> claims.claim("htu", "http://parley.test:8080/members")),
				bad("no site", (claims) -> claims.claim("htu", "/members")),
				bad("no address", (claims) -> claims.claim("htu", null)),
				bad("an address that is none", (claims) -> claims.claim("htu", "http://[")),
				bad("an address that is a list", (claims) -> claims.claim("htu", List.of(ADDRESS))),
				bad("another token", (claims) -> claims.claim("ath", hash("another"))),
				bad("no token", (claims) -> claims.claim("ath", null)),
				bad("long ago", (claims) -> claims.issueTime(moved(Duration.ofSeconds(-90)))),
				bad("not yet", (claims) -> claims.issueTime(moved(Duration.ofSeconds(90)))),
				bad("at no time", (claims) -> claims.issueTime(null)),
				bad("at a time that is none", (claims) -> claims.claim("iat", "soon")),
				bad("no id", (claims) -> claims.jwtID(null)), bad("an empty id", (claims) -> claims.jwtID(" ")));
	}

	private static Arguments bad(String name, Consumer<JWTClaimsSet.Builder> change) {
		return Arguments.of(name, change);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("badProofs")
	void proofOfOtherRequestIsRefused(String name, Consumer<JWTClaimsSet.Builder> change) {
		refused(get("DPoP " + this.token, proof(this.token, change)), "auth.proof-invalid", "invalid_dpop_proof");
	}

	@Test
	void proofWithOtherKeyIsRefused() {
		var claims = claims(this.token, (_) -> {
		});
		for (var proof : new String[] { proof(OTHER, OTHER, "dpop+jwt", claims), proof(KEY, OTHER, "dpop+jwt", claims),
				proof(OTHER, KEY, "dpop+jwt", claims), proof(KEY, KEY, "JWT", claims), "nonsense", "a.b.c",
				withPrivateKey(claims) }) {
			refused(get("DPoP " + this.token, proof), "auth.proof-invalid", "invalid_dpop_proof");
		}
	}

	@Test
	void severalProofsAreRefused() {
		refused(get("DPoP " + this.token), "auth.proof-invalid", "invalid_dpop_proof");
		refused(get("DPoP " + this.token, ""), "auth.proof-invalid", "invalid_dpop_proof");
		refused(get("DPoP " + this.token, proof(this.token), proof(this.token)), "auth.proof-invalid",
				"invalid_dpop_proof");
	}

	@Test
	void boundTokenAsBearerTokenIsRefused() {
		var answer = get("Bearer " + this.token, proof(this.token));
		assertThat(answer).hasStatus(401).bodyJson().extractingPath("$.code").isEqualTo("auth.token-invalid");
		assertThat(answer.getResponse().getHeaders("WWW-Authenticate"))
			.anyMatch((challenge) -> challenge.startsWith("Bearer error=\"invalid_token\""))
			.anyMatch((challenge) -> challenge.startsWith("DPoP algs="));
		var otherwise = TestTokens.claims("1", "alice").claim("cnf", Map.of("x5t#S256", "certificate")).sign();
		assertThat(get("Bearer " + otherwise)).hasStatus(401);
		refused(get("DPoP " + otherwise, proof(otherwise)), "auth.token-invalid", "invalid_token");
	}

	@Test
	void invalidTokenWithProofIsRefused() {
		for (var wrong : new String[] { TestTokens.of("1", "alice"), bound().expired().sign(),
				bound().claim("cnf", "text").sign(), bound().claim("cnf", Map.of("jkt", 7)).sign(),
				bound().signByStranger(), "nonsense" }) {
			refused(get("DPoP " + wrong, proof(wrong)), "auth.token-invalid", "invalid_token");
		}
		refused(get("DPoP", proof(this.token)), "auth.token-invalid", "invalid_token");
	}

	@Test
	void missingScopeUsesDpopChallenge() {
		var reading = bound().claim("scope", "threads:read").sign();
		var proof = proof(reading, (claims) -> claims.claim("htu", TestTokens.ISSUER + "/replies"));
		var answer = getAt("/replies", "DPoP " + reading, proof);
		assertThat(answer).hasStatus(403).bodyJson().extractingPath("$.code").isEqualTo("auth.scope-missing");
		assertThat(answer.getResponse().getHeaders("WWW-Authenticate"))
			.containsExactly("DPoP error=\"insufficient_scope\", scope=\"threads:write\"");
	}

	@Test
	void missingTokenGetsBothChallenges() {
		assertThat(this.mvc.get().uri("/members").exchange().getResponse().getHeaders("WWW-Authenticate"))
			.satisfiesExactly(
					(bearer) -> assertThat(bearer).isEqualTo("Bearer resource_metadata=\"" + TestTokens.ISSUER
							+ "/.well-known/oauth-protected-resource\""),
					(proof) -> assertThat(proof).startsWith("DPoP algs=").contains("ES256"));
	}

	private void refused(MvcTestResult answer, String code, String error) {
		assertThat(answer).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
		assertThat(answer.getResponse().getHeaders("WWW-Authenticate")).singleElement()
			.asString()
			.startsWith("DPoP error=\"%s\"".formatted(error))
			.contains("algs=");
	}

	private MvcTestResult get(String authorization, String... proofs) {
		return getAt("/members", authorization, proofs);
	}

	/** The request behind the gateway, with another address than the client's. */
	private MvcTestResult getAt(String path, String authorization, String... proofs) {
		var request = this.mvc.get()
			.uri(path)
			.header("Authorization", authorization)
			.header("Host", "127.0.0.1:8082")
			.header("X-Forwarded-Host", "evil.example");
		for (var proof : proofs) {
			request.header("DPoP", proof);
		}
		return request.exchange();
	}

	private static TestTokens.Draft bound() {
		return TestTokens.claims("1", "alice").claim("cnf", Map.of("jkt", thumbprint(KEY)));
	}

	private static String proof(String token) {
		return proof(token, (_) -> {
		});
	}

	private static String proof(String token, Consumer<JWTClaimsSet.Builder> change) {
		return proof(KEY, KEY, "dpop+jwt", claims(token, change));
	}

	private static JWTClaimsSet claims(String token, Consumer<JWTClaimsSet.Builder> change) {
		var claims = new JWTClaimsSet.Builder().claim("htm", "GET")
			.claim("htu", ADDRESS)
			.claim("ath", hash(token))
			.issueTime(moved(Duration.ZERO))
			.jwtID(UUID.randomUUID().toString());
		change.accept(claims);
		return claims.build();
	}

	private static String proof(ECKey named, ECKey signer, String type, JWTClaimsSet claims) {
		try {
			var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(type))
				.jwk(named.toPublicJWK())
				.build();
			var proof = new SignedJWT(header, claims);
			proof.sign(new ECDSASigner(signer));
			return proof.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The header contains the private key. */
	private static String withPrivateKey(JWTClaimsSet claims) {
		var header = "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":%s}".formatted(KEY.toJSONString());
		return "%s.%s.AAAA".formatted(Base64URL.encode(header), Base64URL.encode(claims.toString()));
	}

	private static Date moved(Duration by) {
		return Date.from(InstantSource.system().instant().plus(by));
	}

	private static String hash(String token) {
		try {
			return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)))
				.toString();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String thumbprint(ECKey key) {
		try {
			return key.computeThumbprint().toString();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ECKey key() {
		try {
			return new ECKeyGenerator(Curve.P_256).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
