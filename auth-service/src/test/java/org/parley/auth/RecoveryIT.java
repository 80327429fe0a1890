package org.parley.auth;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.auth.oauth.Visitor;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class RecoveryIT extends Scene {

	private static final String NEXT = "off with their heads";

	@LocalServerPort
	private int port;

	@Test
	@Asvs("6.3.7")
	void resetLinkSetsPasswordAndEndsEverySession() {
		var here = this.api.register();
		var there = this.api.login(here.username(), Api.PASSWORD);
		assertThat(forgot(here.username().toUpperCase(Locale.ROOT) + "@Example.com").status()).isEqualTo(202);
		assertThat(reset(token(here), NEXT).status()).isEqualTo(204);

		for (var somebody : List.of(here, there)) {
			assertThat(this.api.get("/api/v1/users/me").as(somebody).send().status()).isEqualTo(401);
			assertThat(this.api.refresh(somebody.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
		}
		assertThat(this.api.loginRequest(here.username(), Api.PASSWORD).send().status()).isEqualTo(401);
		var again = this.api.login(here.username(), NEXT);
		assertThat(this.api.get("/api/v1/users/me").as(again).send().data().path("emailVerified").asBoolean()).isTrue();

		var ended = this.postbox.about(here.id(), "session.revoked");
		assertThat(ended.at("/data/tokenVersion").asInt()).isEqualTo(1);
		var alert = this.postbox.about(here.id(), "security.alert");
		assertThat(alert.at("/data/kind").asString()).isEqualTo("password-reset");
		assertThat(this.postbox.open(alert, "/data/address")).isEqualTo(here.username() + "@example.com");
	}

	@Test
	void unknownAddressHasSameAnswerAndWrites() {
		var somebody = this.api.register();
		var known = written(() -> forgot(somebody.username() + "@example.com"));
		var unknown = written(() -> forgot("nobody-of-this-name@example.com"));
		assertThat(known + 1).as("with the event").isEqualTo(unknown);
		assertThat(forgot("no address").status()).isEqualTo(400);
		assertThat(this.mongo.findAll(Document.class, "mail_counts").toString()).doesNotContain("nobody-of-this-name");
		assertThat(this.mongo.findAll(Document.class, "mail_tokens").toString()).doesNotContain("nobody-of-this-name");
	}

	@Test
	void usernameHasResetMailAndUnknownOneHasSameAnswerAndWrites() {
		var somebody = this.api.register();
		var known = written(() -> forgotName("@" + somebody.username().toUpperCase(Locale.ROOT)));
		var unknown = written(() -> forgotName("nobody-of-this-name"));
		assertThat(known + 1).as("with the event").isEqualTo(unknown);
		assertThat(forgotName("no username at all").status()).isEqualTo(202);
		assertThat(reset(token(somebody), NEXT).status()).isEqualTo(204);
	}

	@Test
	void secondMailWithinAMinuteIsNotSent() {
		var somebody = this.api.register();
		for (int i = 0; i < 3; i++) {
			assertThat(forgot(somebody.username() + "@example.com").status()).isEqualTo(202);
		}
		this.clock.move(Duration.ofMinutes(1));
		forgot(somebody.username() + "@example.com");
		this.postbox.about(somebody.id(), "password-reset.requested", 2);
		this.api.post("/api/v1/auth/logout").as(somebody).send();
		this.postbox.about(somebody.id(), "session.revoked");
		assertThat(this.postbox.all(somebody.id(), "password-reset.requested")).hasSize(2);
	}

	@Test
	void requestsOfAStrangerLeaveTheOwnersLimit() {
		var owner = this.api.register();
		askAllDay(owner, "198.51.100.70", 8);
		assertThat(mailsTo(owner, "198.51.100.70")).as("of a stranger at one address").isEqualTo(5);
		forgot(owner.username() + "@example.com", "203.0.113.70");
		this.postbox.about(owner.id(), "password-reset.requested", 6);
	}

	@Test
	void ownerAtKnownDeviceGetsMailDespiteStrangers() {
		var owner = this.api.register();
		var device = this.api.loginRequest(owner.username(), Api.PASSWORD).send().header("Set-Cookie");
		assertKnownDeviceGetsMail(owner, device);
	}

	@Test
	void ownerInBrowserOfASignInGetsMailDespiteStrangers() {
		var owner = this.api.register();
		var browser = new Visitor(this.port);
		browser.signIn(owner);
		assertKnownDeviceGetsMail(owner, "parley_page_device=" + browser.cookies().get("parley_page_device"));
	}

	private void assertKnownDeviceGetsMail(TestUser owner, String device) {
		for (int i = 0; i < 5; i++) {
			askAllDay(owner, "198.51.100.9" + i, 5);
		}
		this.api.post("/api/v1/auth/forgot-password", "{\"email\": \"%s@example.com\"}".formatted(owner.username()))
			.header("Cookie", device)
			.send();
		this.postbox.about(owner.id(), "password-reset.requested", 16);
	}

	private void askAllDay(TestUser owner, String address, int times) {
		for (int i = 0; i < times; i++) {
			this.clock.move(Duration.ofMinutes(2));
			assertThat(forgot(owner.username() + "@example.com", address).status()).isEqualTo(202);
		}
	}

	/** How many there were in the end; something else that is told comes after them. */
	private int mailsTo(TestUser owner, String address) {
		forgot(owner.username() + "@example.com", address);
		this.api.post("/api/v1/auth/logout-all").as(this.api.login(owner.username(), Api.PASSWORD)).send();
		this.postbox.about(owner.id(), "session.revoked");
		return this.postbox.all(owner.id(), "password-reset.requested").size();
	}

	@Test
	@Asvs("6.4.1")
	void linkIsValidOnceWithinHalfAnHour() {
		var somebody = this.api.register();
		forgot(somebody.username() + "@example.com");
		var token = token(somebody);
		assertThat(reset(token, "short").body().at("/errors/0/code").asString()).isEqualTo("password.length");
		assertThat(reset(token, somebody.username() + "@example.com").body().at("/errors/0/code").asString())
			.isEqualTo("password.common");
		assertThat(reset(token, NEXT).status()).isEqualTo(204);
		assertThat(reset(token, NEXT).code()).isEqualTo("auth.link-invalid");

		var late = this.api.register();
		forgot(late.username() + "@example.com");
		var lateToken = token(late);
		this.clock.move(Duration.ofMinutes(30));
		assertThat(reset(lateToken, NEXT).code()).isEqualTo("auth.link-invalid");
		assertThat(reset("B".repeat(43), NEXT).code()).isEqualTo("auth.link-invalid");
	}

	@Test
	void concurrentUsesOfALinkHaveOneWinner() throws Exception {
		var somebody = this.api.register();
		forgot(somebody.username() + "@example.com");
		var token = token(somebody);
		try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<TestResponse>> calls = List.of(() -> reset(token, NEXT), () -> reset(token, NEXT));
			assertThat(both.invokeAll(calls).stream().map(Future::resultNow).map(TestResponse::status))
				.containsExactlyInAnyOrder(204, 400);
		}
	}

	@Test
	void passwordChangeAlertsOwner() {
		var somebody = this.api.register();
		this.api.post("/api/v1/auth/change-password", """
				{"currentPassword": "%s", "newPassword": "%s"}""".formatted(Api.PASSWORD, NEXT)).as(somebody).send();
		assertThat(this.postbox.about(somebody.id(), "security.alert").at("/data/kind").asString())
			.isEqualTo("password-changed");
	}

	private long written(Callable<TestResponse> call) {
		var before = documents();
		try {
			assertThat(call.call().status()).isEqualTo(202);
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
		return documents() - before;
	}

	/** All that a request for a link leaves, but for the event, which goes when sent. */
	private long documents() {
		return this.mongo.estimatedCount("mail_tokens") + this.mongo.estimatedCount("mail_counts")
				+ this.mongo.estimatedCount("audit");
	}

	private String token(TestUser somebody) {
		return this.postbox.open(this.postbox.about(somebody.id(), "password-reset.requested"), "/data/token");
	}

	private TestResponse forgot(String email, String address) {
		return this.api.post("/api/v1/auth/forgot-password", "{\"email\": \"%s\"}".formatted(email))
			.from(address)
			.send();
	}

	private TestResponse forgotName(String username) {
		return this.api.post("/api/v1/auth/forgot-password", "{\"username\": \"%s\"}".formatted(username)).send();
	}

	private TestResponse forgot(String email) {
		return this.api.post("/api/v1/auth/forgot-password", "{\"email\": \"%s\"}".formatted(email)).send();
	}

	private TestResponse reset(String token, String password) {
		return this.api
			.post("/api/v1/auth/reset-password", "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, password))
			.send();
	}

}
