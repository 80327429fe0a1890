package org.parley.auth.oauth;

import java.text.ParseException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.AuthTest;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

/** Tokens bound to a key (RFC 9449). */
@AuthTest
class BoundTokensIT extends OAuthScene {

	private static final String TOKEN = ISSUER + "/oauth2/token";

	private static final String PUSHED = ISSUER + "/oauth2/par";

	private final ECKey key = key();

	private final ECKey another = key();

	@Test
	void tokensAreBoundToTheKeyOfTheProof() throws Exception {
		var somebody = verified();
		var answer = tokenFor("web", code(somebody, request("web"))).header("DPoP", proof(this.key, TOKEN)).send();
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.json().path("token_type").asString()).isEqualTo("DPoP");
		var access = answer.json().path("access_token").asString();
		assertThat(claims(answer.json().path("access_token")).getJSONObjectClaim("cnf")).containsEntry("jkt",
				this.key.computeThumbprint().toString());
		assertThat(post("/oauth2/introspect", "token", access).secret("web", OAuthDoubles.SECRET)
			.send()
			.json()
			.at("/cnf/jkt")
			.asString()).isEqualTo(this.key.computeThumbprint().toString());
		var userInfo = ISSUER + "/oauth2/userinfo";
		assertThat(get("/oauth2/userinfo").header("Authorization", "Bearer " + access).send().status())
			.as("without its key")
			.isEqualTo(401);
		assertThat(get("/oauth2/userinfo").header("Authorization", "DPoP " + access)
			.header("DPoP", proof(this.another, "GET", userInfo, access))
			.send()
			.status()).as("with another key").isEqualTo(401);
		assertThat(get("/oauth2/userinfo").header("Authorization", "DPoP " + access)
			.header("DPoP", proof(this.key, "GET", userInfo, access))
			.send()
			.status()).isEqualTo(200);
	}

	@Test
	void proofIsValidOnceForThePublicAddress() throws Exception {
		var somebody = verified();
		var proof = proof(this.key, TOKEN);
		assertThat(tokenFor("web", code(somebody, request("web"))).header("DPoP", proof).send().status())
			.isEqualTo(200);
		var code = code(somebody, request("web"));
		assertThat(tokenFor("web", code).header("DPoP", proof).send().error()).isEqualTo("invalid_dpop_proof");
		var elsewhere = proof(this.key, TOKEN);
		this.mongo.insert(new org.bson.Document("_id", Sha256.hex("proof " + id(elsewhere))).append("expiresAt",
				this.clock.instant().plusSeconds(60)), "oauth_used_grants");
		assertThat(tokenFor("web", code).header("DPoP", elsewhere).send().error()).as("used at another instance")
			.isEqualTo("invalid_dpop_proof");
		for (var bad : List.of("nonsense", proof(this.key, "http://127.0.0.1:8081/oauth2/token"),
				proof(this.key, "GET", TOKEN, null), unsigned(proof(this.key, TOKEN)))) {
			assertThat(tokenFor("web", code).header("DPoP", bad).send().error()).isEqualTo("invalid_dpop_proof");
		}
		assertThat(tokenFor("web", code).header("DPoP", proof(this.key, TOKEN)).send().status())
			.as("the refused request used nothing")
			.isEqualTo(200);
	}

	@Test
	void refreshTokenRequiresItsKey() throws Exception {
		var code = code(verified(), request("spa"));
		var tokens = tokenFor("spa", code).anonymous()
			.and("client_id", "spa")
			.header("DPoP", proof(this.key, TOKEN))
			.send();
		assertThat(tokens.json().path("token_type").asString()).isEqualTo("DPoP");
		var refresh = tokens.json().path("refresh_token").asString();
		assertThat(mine(refresh).send().error()).as("no proof").isEqualTo("invalid_dpop_proof");
		assertThat(mine(refresh).header("DPoP", proof(this.another, TOKEN)).send().error()).as("another key")
			.isEqualTo("invalid_dpop_proof");
		var renewed = mine(refresh).header("DPoP", proof(this.key, TOKEN)).send();
		assertThat(renewed.status()).as("its key").isEqualTo(200);
		assertThat(renewed.json().path("token_type").asString()).isEqualTo("DPoP");
	}

	@Test
	void boundAppRequiresAProof() throws Exception {
		var code = code(verified(), request("binding"));
		assertThat(tokenFor("binding", code).send().error()).isEqualTo("invalid_dpop_proof");
		assertThat(tokenFor("binding", code).header("DPoP", proof(this.key, TOKEN)).send().status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "web", "spa" })
	void codeRequestedWithKeyRequiresThatKey(String client) throws Exception {
		var code = code(verified(), request(client, "dpop_jkt", thumbprint(this.key)));
		assertRedeemedWithKeyAlone(client, code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "web", "spa" })
	void codePushedWithProofRequiresThatKey(String client) throws Exception {
		var pushed = push(client).header("DPoP", proof(this.key, PUSHED)).send();
		assertThat(pushed.status()).as(pushed.body()).isEqualTo(201);
		assertRedeemedWithKeyAlone(client, code(verified(), pushed(client, pushed)));
	}

	@Test
	void requestPushedWithProofAndThumbprintIsAccepted() throws Exception {
		var pushed = push("web", "dpop_jkt", thumbprint(this.key)).header("DPoP", proof(this.key, PUSHED)).send();
		assertThat(pushed.status()).as(pushed.body()).isEqualTo(201);
		assertRedeemedWithKeyAlone("web", code(verified(), pushed("web", pushed)));
	}

	@Test
	void requestPushedWithThumbprintIsBound() throws Exception {
		var pushed = push("web", "dpop_jkt", thumbprint(this.key)).send();
		assertRedeemedWithKeyAlone("web", code(verified(), pushed("web", pushed)));
	}

	@Test
	void requestPushedWithTwoKeysIsRefused() throws Exception {
		var proof = proof(this.key, PUSHED);
		assertThat(push("web", "dpop_jkt", thumbprint(this.another)).header("DPoP", proof).send().error())
			.isEqualTo("invalid_request");
		assertThat(
				push("web", "dpop_jkt", thumbprint(this.key)).header("DPoP", proof(this.key, PUSHED)).send().status())
			.isEqualTo(201);
	}

	@Test
	void requestPushedWithInvalidProofIsRefused() throws Exception {
		var good = proof(this.key, PUSHED);
		for (var bad : List.of("nonsense", proof(this.key, TOKEN), proof(this.key, "GET", PUSHED, null),
				unsigned(good))) {
			assertThat(push("web").header("DPoP", bad).send().error()).as(bad).isEqualTo("invalid_dpop_proof");
		}
		assertThat(push("web", "scope", "nonsense").header("DPoP", good).send().error()).isEqualTo("invalid_scope");
		assertThat(push("web").header("DPoP", good).send().error()).as("again").isEqualTo("invalid_dpop_proof");
		var elsewhere = proof(this.key, PUSHED);
		this.mongo.insert(new org.bson.Document("_id", Sha256.hex("proof " + id(elsewhere))).append("expiresAt",
				this.clock.instant().plusSeconds(60)), "oauth_used_grants");
		assertThat(push("web").header("DPoP", elsewhere).send().error()).as("used at another instance")
			.isEqualTo("invalid_dpop_proof");
	}

	@Test
	void malformedThumbprintIsRefused() {
		for (var bad : List.of("short", "x".repeat(44), "x".repeat(42) + "=")) {
			assertThat(authorize(request("web", "dpop_jkt", bad)).by(verified()).send().query("error")).as(bad)
				.isEqualTo("invalid_request");
			assertThat(push("web", "dpop_jkt", bad).send().error()).as(bad).isEqualTo("invalid_request");
		}
	}

	/** Spring keeps what it reads of the header under these names. */
	@ParameterizedTest
	@ValueSource(strings = { "dpop_proof", "dpop_method", "dpop_target_uri" })
	void proofInTheFormIsRefused(String name) throws Exception {
		var stolen = proof(this.key, "GET", "https://resource.example.org/", null);
		var form = Map.of("dpop_proof", stolen, "dpop_method", "GET", "dpop_target_uri",
				"https://resource.example.org/");
		var code = code(verified(), request("web"));
		assertThat(tokenFor("web", code, "dpop_proof", stolen, "dpop_method", "GET", "dpop_target_uri",
				"https://resource.example.org/")
			.send()
			.error()).as("a proof for another server").isEqualTo("invalid_request");
		assertThat(tokenFor("web", code, name, String.valueOf(form.get(name))).send().error())
			.isEqualTo("invalid_request");
		assertThat(push("web", name, String.valueOf(form.get(name))).send().error()).isEqualTo("invalid_request");
		assertThat(tokenFor("web", code).send().status()).isEqualTo(200);
	}

	private void assertRedeemedWithKeyAlone(String client, String code) throws JOSEException {
		assertThat(redeem(client, code).send().error()).as("no proof").isEqualTo("invalid_dpop_proof");
		assertThat(redeem(client, code).header("DPoP", proof(this.another, TOKEN)).send().error()).as("another key")
			.isEqualTo("invalid_grant");
		var tokens = redeem(client, code).header("DPoP", proof(this.key, TOKEN)).send();
		assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
		assertThat(tokens.json().path("token_type").asString()).isEqualTo("DPoP");
	}

	private Call redeem(String client, String code) {
		var call = tokenFor(client, code);
		return client.equals("spa") ? call.anonymous().and("client_id", client) : call;
	}

	private Call push(String client, String... changes) {
		var call = post("/oauth2/par").form(request(client, changes));
		return client.equals("spa") ? call : call.secret(client, OAuthDoubles.SECRET);
	}

	private static Map<String, String> pushed(String client, Reply pushed) {
		return Map.of("client_id", client, "request_uri", pushed.json().path("request_uri").asString());
	}

	private static String thumbprint(ECKey key) throws JOSEException {
		return key.computeThumbprint().toString();
	}

	private static String id(String proof) throws ParseException {
		return SignedJWT.parse(proof).getJWTClaimsSet().getJWTID();
	}

	private Call mine(String refreshToken) {
		return refresh("spa", refreshToken).anonymous().and("client_id", "spa");
	}

	private static String proof(ECKey key, String address) throws JOSEException {
		return proof(key, "POST", address, null);
	}

	private static String proof(ECKey key, String method, String address, @Nullable String token) throws JOSEException {
		var claims = new JWTClaimsSet.Builder().jwtID(Ids.next())
			.issueTime(Date.from(InstantSource.system().instant()))
			.claim("htm", method)
			.claim("htu", address);
		if (token != null) {
			claims.claim("ath", challenge(token));
		}
		var proof = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("dpop+jwt"))
			.jwk(key.toPublicJWK())
			.build(), claims.build());
		proof.sign(new ECDSASigner(key));
		return proof.serialize();
	}

	private static String unsigned(String proof) {
		return proof.substring(0, proof.lastIndexOf('.') + 1)
				+ Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
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
