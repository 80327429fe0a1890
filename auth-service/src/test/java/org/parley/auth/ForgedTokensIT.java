package org.parley.auth;

import java.time.Duration;
import java.util.Date;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.TestProofs;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Forged and bound tokens; {@link BadInputIT} has more forged ones. */
@AuthTest
class ForgedTokensIT extends Scene {

	@Autowired
	private Forgery forgery;

	@Test
	@Asvs({ "9.1.3", "9.2.1", "9.2.2", "9.2.3", "10.3.3" })
	void forgedTokenIsRefused() {
		var tomorrow = Date.from(this.clock.instant().plus(Duration.ofDays(1)));
		for (var token : List.of(this.forgery.thatBringsItsKey(),
				this.forgery.with((claims) -> claims.notBeforeTime(tomorrow)),
				this.forgery.with((claims) -> claims.audience((String) null)), this.api.register().refreshToken())) {
			assertThat(me(token).status()).isEqualTo(401);
		}
		var named = this.forgery.with((claims) -> claims.claim("preferred_username", "somebody-else"));
		assertThat(me(named).data().path("username").asString()).as("of the subject").isEqualTo("admin");
	}

	@Test
	@Asvs("10.3.5")
	void boundTokenRequiresAProof() {
		var program = new TestProofs();
		var bound = this.forgery.with((claims) -> claims.claim("cnf", program.confirmation()));
		var proof = program.of("GET", TestTokens.ISSUER + "/api/v1/users/me", bound);
		assertThat(me(bound).code()).isEqualTo("auth.token-invalid");
		assertThat(proven(bound, new TestProofs().of("GET", TestTokens.ISSUER + "/api/v1/users/me", bound)).code())
			.isEqualTo("auth.proof-invalid");
		assertThat(proven(bound, proof).status()).isEqualTo(200);
		assertThat(proven(bound, proof).code()).isEqualTo("auth.proof-invalid");
		var ended = this.forgery
			.with((claims) -> claims.claim("cnf", program.confirmation()).claim("sid", "no-session"));
		assertThat(proven(ended, program.of("GET", TestTokens.ISSUER + "/api/v1/users/me", ended)).code())
			.isEqualTo("auth.token-invalid");
	}

	/** Whatever they still send along: nobody is kept from what takes no token. */
	@Test
	void publicEndpointIgnoresInvalidToken() {
		for (var path : new String[] { "login", "restore-account" }) {
			for (var token : new String[] { "Bearer nonsense", "DPoP nonsense", "DPoP" }) {
				var answer = this.api.post("/api/v1/auth/" + path, "{}").header("Authorization", token).send();
				assertThat(answer.code()).as(path + " with " + token).isEqualTo("request.invalid");
			}
		}
	}

	private TestResponse proven(String token, String proof) {
		return this.api.get("/api/v1/users/me").header("Authorization", "DPoP " + token).header("DPoP", proof).send();
	}

	private TestResponse me(String token) {
		return this.api.get("/api/v1/users/me").token(token).send();
	}

}
