package org.parley.auth;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Accounts whose address nobody has proved, where addresses must be verified. */
@AuthTest
@TestPropertySource(properties = "parley.verification.required=true")
class UnverifiedAddressIT extends Scene {

	@Test
	void mistypedAddressHasNoWayBack() {
		var somebody = this.api.register();
		var mistyped = somebody.username() + "@example.com";
		var asked = this.api
			.post("/api/v1/auth/change-email",
					"{\"email\": \"right-%s\", \"password\": \"%s\"}".formatted(mistyped, Api.PASSWORD))
			.as(somebody)
			.send();
		assertThat(asked.status()).isEqualTo(202);
		var link = token(somebody, "email-change.requested");
		assertThat(post("confirm-email", "{\"token\": \"%s\"}".formatted(link)).status()).isEqualTo(204);
		assertThat(this.mongo.exists(
				Query.query(Criteria.where("purpose").is("EMAIL_CHANGE_UNDO").and("owner").is(somebody.id())),
				"mail_tokens"))
			.isFalse();
		var owner = post("register",
				"{\"name\": \"Its owner\", \"email\": \"%s\", \"password\": \"%s\"}".formatted(mistyped, Api.PASSWORD));
		assertThat(owner.status()).as(owner.toString()).isEqualTo(201);
	}

	/** Until then somebody else may have registered with the address. */
	@Test
	void firstProofRemovesTheSecondFactor() {
		var somebody = this.api.register();
		var begun = this.api.post("/api/v1/auth/two-factor", "{\"password\": \"%s\"}".formatted(Api.PASSWORD))
			.as(somebody)
			.send();
		var code = new Authenticator(begun.data().path("secret").asString()).code(this.clock.instant());
		var confirmed = this.api.post("/api/v1/auth/two-factor/confirm", "{\"code\": \"%s\"}".formatted(code))
			.as(somebody)
			.send();
		assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
		post("forgot-password", "{\"email\": \"%s@example.com\"}".formatted(somebody.username()));
		var reset = post("reset-password", "{\"token\": \"%s\", \"password\": \"off with their heads\"}"
			.formatted(token(somebody, "password-reset.requested")));
		assertThat(reset.status()).isEqualTo(204);
		assertThat(this.api.loginRequest(somebody.username(), "off with their heads").send().status()).isEqualTo(200);
		assertThat(acts(somebody)).contains("TWO_FACTOR_RESET");
	}

	private TestResponse post(String path, String body) {
		return this.api.post("/api/v1/auth/" + path, body).send();
	}

	private String token(TestUser somebody, String type) {
		return this.postbox.open(this.postbox.about(somebody.id(), type), "/data/token");
	}

}
