package org.parley.auth;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class EmailChangeIT extends Scene {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void changeIsConfirmedByNewAndSentToOldAddress() {
		var somebody = this.api.register();
		var next = "new-" + somebody.username() + "@Example.net";
		assertThat(request(somebody, next, Api.PASSWORD).status()).isEqualTo(202);
		var warning = this.postbox.about(somebody.id(), "security.alert");
		assertThat(warning.at("/data/kind").asString()).isEqualTo("email-change-requested");
		assertThat(this.postbox.open(warning, "/data/address")).isEqualTo(somebody.username() + "@example.com");
		var link = this.postbox.about(somebody.id(), "email-change.requested");
		assertThat(this.postbox.open(link, "/data/address")).isEqualTo(next);
		assertThat(email(somebody)).as("before the confirmation").isEqualTo(somebody.username() + "@example.com");

		assertThat(confirm(this.postbox.open(link, "/data/token")).status()).isEqualTo(204);
		assertThat(email(somebody)).isEqualTo(next);
		assertThat(this.api.login(next.toLowerCase(Locale.ROOT), Api.PASSWORD).id()).isEqualTo(somebody.id());
		assertThat(this.api.loginRequest(somebody.username() + "@example.com", Api.PASSWORD).send().status())
			.isEqualTo(401);
		var back = this.postbox.about(somebody.id(), "email-change.made");
		assertThat(this.postbox.open(back, "/data/address")).isEqualTo(somebody.username() + "@example.com");
		var contact = this.postbox.about(somebody.id(), "contact.changed", 2);
		assertThat(this.postbox.open(contact, "/data/address")).isEqualTo(next);
		assertThat(contact.at("/data/verified").asBoolean()).isTrue();
		assertThat(this.postbox.about(somebody.id(), "user.verified").path("partitionkey").asString())
			.isEqualTo(somebody.id());
		assertThat(acts(somebody)).contains("EMAIL_CHANGE_REQUESTED", "EMAIL_CHANGED");
	}

	@Test
	void undoRestoresAddressAndEndsSessions() {
		var owner = this.api.register();
		var back = changed(owner, "thief-" + owner.username() + "@example.net");
		assertThat(restore(back).status()).isEqualTo(204);
		assertThat(this.api.get("/api/v1/users/me").as(owner).send().status()).isEqualTo(401);
		assertThat(this.api.refresh(owner.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
		var again = this.api.login(owner.username() + "@example.com", Api.PASSWORD);
		assertThat(email(again)).isEqualTo(owner.username() + "@example.com");
		assertThat(this.postbox.about(owner.id(), "session.revoked").at("/data/reason").asString())
			.isEqualTo("logout-everywhere");
		assertThat(restore(back).code()).as("second use").isEqualTo("auth.link-invalid");
	}

	@Test
	void restorableAddressIsReservedForItsOwner() {
		var owner = this.api.register();
		var back = changed(owner, "moved-" + owner.username() + "@example.net");
		var old = owner.username() + "@example.com";
		var taken = this.api
			.post("/api/v1/auth/register",
					"{\"name\": \"Squatter\", \"email\": \"%s\", \"password\": \"%s\"}"
						.formatted(old.toUpperCase(Locale.ROOT), Api.PASSWORD))
			.send();
		assertThat(taken.code()).isEqualTo("user.email-taken");
		assertThat(request(this.api.register(), old, Api.PASSWORD).code()).isEqualTo("user.email-taken");
		this.clock.move(Duration.ofMinutes(1));
		assertThat(request(owner, old, Api.PASSWORD).status()).as("the owner").isEqualTo(202);
		assertThat(restore(back).status()).isEqualTo(204);
	}

	@Test
	void linkIsValidOnceForItsPurposeUntilExpiry() {
		var somebody = this.api.register();
		request(somebody, "late-" + somebody.username() + "@example.net", Api.PASSWORD);
		var token = token(somebody, "email-change.requested");
		assertThat(restore(token).code()).isEqualTo("auth.link-invalid");
		assertThat(this.api.post("/api/v1/auth/verify-email", "{\"token\": \"" + token + "\"}").send().code())
			.isEqualTo("auth.link-invalid");
		this.clock.move(Duration.ofHours(24));
		assertThat(confirm(token).code()).isEqualTo("auth.link-invalid");
		assertThat(confirm("A".repeat(43)).code()).isEqualTo("auth.link-invalid");
		this.clock.reset();
		var other = this.api.register();
		var back = changed(other, "later-" + other.username() + "@example.net");
		this.clock.move(Duration.ofDays(7));
		assertThat(restore(back).code()).isEqualTo("auth.link-invalid");
	}

	@Test
	void linksInOldMailboxAreInvalidAfterChange() {
		var somebody = this.api.register();
		var verification = token(somebody, "email-verification.requested");
		this.api.post("/api/v1/auth/forgot-password", "{\"email\": \"%s@example.com\"}".formatted(somebody.username()))
			.send();
		var reset = token(somebody, "password-reset.requested");
		changed(somebody, "fresh-" + somebody.username() + "@example.net");
		assertThat(this.api.post("/api/v1/auth/verify-email", "{\"token\": \"" + verification + "\"}").send().code())
			.isEqualTo("auth.link-invalid");
		assertThat(this.api
			.post("/api/v1/auth/reset-password",
					"{\"token\": \"" + reset + "\", \"password\": \"off with their heads\"}")
			.send()
			.code()).isEqualTo("auth.link-invalid");
	}

	@Test
	void requestNeedsPasswordAndIsThrottled() {
		var somebody = this.api.register();
		var next = "often-" + somebody.username() + "@example.net";
		assertThat(request(somebody, next, "not my password").code()).isEqualTo("auth.password-wrong");
		assertThat(request(somebody, this.api.register().username() + "@example.com", Api.PASSWORD).code())
			.isEqualTo("user.email-taken");
		assertThat(request(somebody, next, Api.PASSWORD).status()).isEqualTo(202);
		var soon = request(somebody, next, Api.PASSWORD);
		assertThat(soon.code()).isEqualTo("auth.mail-limit");
		assertThat(Integer.parseInt(soon.header("Retry-After"))).isBetween(1, 60);
	}

	@Test
	void concurrentConfirmationsOfAddressSucceedOnce() throws Exception {
		var next = "one-of-two-" + this.api.register().username() + "@example.net";
		var tokens = List.of(this.api.register(), this.api.register()).stream().map((somebody) -> {
			request(somebody, next, Api.PASSWORD);
			return token(somebody, "email-change.requested");
		}).toList();
		try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<TestResponse>> calls = List.of(() -> confirm(tokens.getFirst()),
					() -> confirm(tokens.getLast()));
			var answers = both.invokeAll(calls).stream().map(Future::resultNow).toList();
			assertThat(answers).extracting(TestResponse::status).containsExactlyInAnyOrder(204, 409);
			assertThat(answers).extracting(TestResponse::code).contains("user.email-taken");
		}
	}

	/** Changes it, and gives the secret of the way back. */
	private String changed(TestUser somebody, String next) {
		assertThat(request(somebody, next, Api.PASSWORD).status()).isEqualTo(202);
		assertThat(confirm(token(somebody, "email-change.requested")).status()).isEqualTo(204);
		return token(somebody, "email-change.made");
	}

	private String token(TestUser somebody, String type) {
		return this.postbox.open(this.postbox.about(somebody.id(), type), "/data/token");
	}

	private TestResponse request(TestUser somebody, String email, String password) {
		return this.api
			.post("/api/v1/auth/change-email",
					JSON.createObjectNode().put("email", email).put("password", password).toString())
			.as(somebody)
			.send();
	}

	private TestResponse confirm(String token) {
		return this.api.post("/api/v1/auth/confirm-email", "{\"token\": \"" + token + "\"}").send();
	}

	private TestResponse restore(String token) {
		return this.api.post("/api/v1/auth/restore-email", "{\"token\": \"" + token + "\"}").send();
	}

	private String email(TestUser somebody) {
		return this.api.get("/api/v1/users/me").as(somebody).send().data().path("email").asString();
	}

}
