package org.parley.auth;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.StoredTexts;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class VerificationIT extends Scene {

	@Test
	void registrationSendsVerificationLink() {
		var somebody = this.api.register();
		var mail = this.postbox.about(somebody.id(), "email-verification.requested");
		assertThat(this.postbox.open(mail, "/data/address")).isEqualTo(somebody.username() + "@example.com");
		assertThat(this.postbox.about(somebody.id(), "contact.changed").at("/data/verified").asBoolean()).isFalse();

		var token = this.postbox.open(mail, "/data/token");
		assertThat(StoredTexts.collectionsContaining(this.mongo, token)).isEmpty();
		var verified = verify(token);
		assertThat(verified.status()).isEqualTo(200);
		assertThat(verified.data().path("emailVerified").asBoolean()).isTrue();
		assertThat(this.api.get("/api/v1/users/me").as(somebody).send().data().path("emailVerified").asBoolean())
			.isTrue();
		assertThat(this.postbox.about(somebody.id(), "user.verified").at("/data/user/status").asString())
			.isEqualTo("active");
		var contact = this.postbox.about(somebody.id(), "contact.changed", 2);
		assertThat(contact.at("/data/verified").asBoolean()).isTrue();
		assertThat(contact.at("/data/version").asInt()).isEqualTo(2);
		assertThat(this.postbox.open(contact, "/data/address")).isEqualTo(somebody.username() + "@example.com");
		assertThat(acts(somebody)).contains("EMAIL_VERIFIED");
	}

	@Test
	void invalidTokensHaveOneAnswer() {
		var somebody = this.api.register();
		var token = token(somebody, 1);
		assertThat(verify(token).status()).isEqualTo(200);
		var late = token(this.api.register(), 1);
		this.clock.move(Duration.ofHours(24));
		for (var text : new String[] { token, late, "A".repeat(43), "$ne", "ünknown" }) {
			var answer = verify(text);
			assertThat(answer.status()).as(text).isEqualTo(400);
			assertThat(answer.code()).isEqualTo("auth.link-invalid");
		}
	}

	@Test
	void passwordLinkVerifiesNoAddress() {
		var somebody = this.api.register();
		this.api.post("/api/v1/auth/forgot-password", "{\"email\": \"%s@example.com\"}".formatted(somebody.username()))
			.send();
		var reset = this.postbox.about(somebody.id(), "password-reset.requested");
		assertThat(verify(this.postbox.open(reset, "/data/token")).code()).isEqualTo("auth.link-invalid");
	}

	@Test
	void mailsAreLimitedPerMinuteAndDay() {
		var somebody = this.api.register();
		var soon = resend(somebody);
		assertThat(soon.status()).isEqualTo(429);
		assertThat(soon.code()).isEqualTo("auth.mail-limit");
		assertThat(Integer.parseInt(soon.header("Retry-After"))).isBetween(1, 60);
		for (int i = 0; i < 4; i++) {
			this.clock.move(Duration.ofMinutes(1));
			assertThat(resend(somebody).status()).isEqualTo(202);
		}
		this.clock.move(Duration.ofMinutes(1));
		var sixth = resend(somebody);
		assertThat(sixth.status()).isEqualTo(429);
		assertThat(Integer.parseInt(sixth.header("Retry-After"))).isGreaterThan(80_000);
		assertThat(verify(token(somebody, 5)).status()).isEqualTo(200);
	}

	@Test
	void olderLinkIsValidUntilOneIsUsed() {
		var somebody = this.api.register();
		var first = token(somebody, 1);
		this.clock.move(Duration.ofMinutes(2));
		resend(somebody);
		var second = token(somebody, 2);
		assertThat(verify(first).status()).isEqualTo(200);
		assertThat(verify(second).code()).isEqualTo("auth.link-invalid");
		var again = resend(somebody);
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.code()).isEqualTo("user.already-verified");
	}

	private String token(TestUser somebody, int count) {
		return this.postbox.open(this.postbox.about(somebody.id(), "email-verification.requested", count),
				"/data/token");
	}

	private TestResponse verify(String token) {
		return this.api.post("/api/v1/auth/verify-email", "{\"token\": \"%s\"}".formatted(token)).send();
	}

	private TestResponse resend(TestUser somebody) {
		return this.api.post("/api/v1/auth/resend-verification").as(somebody).send();
	}

}
