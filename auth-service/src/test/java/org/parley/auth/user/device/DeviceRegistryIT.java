package org.parley.auth.user.device;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.Asvs;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.client.TestResponse;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class DeviceRegistryIT extends Scene {

	private static final String OFFICE = "203.0.113.90";

	@Autowired
	private UnitOfWork work;

	@Autowired
	private Users users;

	@BeforeEach
	void freezeClock() {
		this.clock.freeze();
	}

	@Test
	void knownDeviceIsNotThrottledWithItsNetwork() {
		var name = this.api.register().username();
		var cookie = cookie(login(name, Api.PASSWORD, "").send());
		for (int i = 0; i < 6; i++) {
			login(name, "not my password", "").send();
		}
		assertThat(login(name, Api.PASSWORD, "").send().code()).isEqualTo("auth.slow-down");
		assertThat(login(name, Api.PASSWORD, "parley_device=nonsense").send().code()).isEqualTo("auth.slow-down");
		var known = login(name, Api.PASSWORD, cookie).send();
		assertThat(known.status()).isEqualTo(200);
		assertThat(login(name, Api.PASSWORD, cookie).send().code()).as("second use of the secret")
			.isEqualTo("auth.slow-down");
		assertThat(login(name, Api.PASSWORD, cookie(known)).send().status()).isEqualTo(200);
	}

	@Test
	void knownDeviceIsThrottledByItsOwnGuesses() {
		var name = this.api.register().username();
		var cookie = cookie(login(name, Api.PASSWORD, "").send());
		for (int i = 0; i < 5; i++) {
			assertThat(login(name, "not my password", cookie).send().status()).isEqualTo(401);
		}
		assertThat(login(name, "not my password", cookie).send().code()).isEqualTo("auth.slow-down");
		assertThat(login(name, Api.PASSWORD, "").send().status()).as("another client of the network").isEqualTo(200);
	}

	@Test
	void deviceIsKnownToItsAccountOnly() {
		var cookie = cookie(login(this.api.register().username(), Api.PASSWORD, "").send());
		var other = this.api.register().username();
		for (int i = 0; i < 6; i++) {
			login(other, "not my password", "").send();
		}
		assertThat(login(other, Api.PASSWORD, cookie).send().code()).isEqualTo("auth.slow-down");
	}

	@Test
	@Asvs("6.3.5")
	void newDeviceAlertsOwner() {
		var somebody = this.api.register();
		this.api.login(somebody.username(), Api.PASSWORD);
		var cookie = cookie(login(somebody.username(), Api.PASSWORD, "").send());
		var alert = this.postbox.about(somebody.id(), "security.alert");
		assertThat(alert.at("/data/kind").asString()).isEqualTo("new-device");
		assertThat(this.postbox.open(alert, "/data/address")).isEqualTo(somebody.username() + "@example.com");
		login(somebody.username(), Api.PASSWORD, "").send();
		login(somebody.username(), Api.PASSWORD, cookie).from("198.51.100.91").send();
		login(somebody.username(), "not my password", "").from("198.51.100.92").send();
		login(somebody.username(), Api.PASSWORD, "").from("198.51.100.93").send();
		this.postbox.about(somebody.id(), "security.alert", 2);
		this.api.post("/api/v1/auth/logout").as(somebody).send();
		this.postbox.about(somebody.id(), "session.revoked");
		assertThat(this.postbox.all(somebody.id(), "security.alert")).as("one alert per new device").hasSize(2);
	}

	@Test
	void deviceSecretIsOnlyInHttpOnlyCookie() {
		var answer = login(this.api.register().username(), Api.PASSWORD, "").send();
		assertThat(answer.header("Set-Cookie")).startsWith("parley_device=")
			.contains("HttpOnly", "SameSite=Strict", "Path=/api/v1/auth", "Max-Age=15552000");
		assertThat(answer.data().propertyNames()).containsExactly("user", "accessToken", "refreshToken", "expiresIn");
		var secret = cookie(answer).substring("parley_device=".length());
		assertThat(secret).hasSize(43);
		assertThat(this.mongo.findAll(Document.class, "known_devices").toString()).doesNotContain(secret);
	}

	@Test
	void deletedAccountDeletesItsDevices() {
		var somebody = this.api.register();
		assertThat(this.mongo.findById(somebody.id(), KnownDevices.class)).isNotNull();
		this.work.run(() -> {
			User user = this.users.findById(somebody.id()).orElseThrow();
			user.delete(this.clock.instant());
			this.users.delete(user);
			return user;
		});
		assertThat(this.mongo.findById(somebody.id(), KnownDevices.class)).isNull();
	}

	private Api.Request login(String name, String password, String cookie) {
		var request = this.api.loginRequest(name, password).from(OFFICE);
		return cookie.isEmpty() ? request : request.header("Cookie", cookie);
	}

	private static String cookie(TestResponse answer) {
		var cookie = answer.header("Set-Cookie");
		return cookie.substring(0, cookie.indexOf(';'));
	}

}
