package org.parley.auth.oauth;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Race;
import org.parley.auth.user.Users;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What apps are given in a session that ends meanwhile. Each race holds a request at a
 * command, ends the session, and lets the request go on.
 */
@AuthTest
class EndedGrantsIT extends OAuthScene {

	/** The first command after the app's request is parsed, before any write. */
	private static final String READ = "find oauth_consents";

	/** A command of the transaction that stores the grant. */
	private static final String KEPT = "update users";

	@Autowired
	private Race race;

	@Autowired
	private Users users;

	@Autowired
	private UnitOfWork work;

	@ParameterizedTest
	@ValueSource(strings = { READ, KEPT })
	void consentOfEndedSessionIsNotKept(String held) {
		var somebody = verified();
		var asked = authorize(request("web")).by(somebody).send();
		var yes = consenting(somebody, asked);
		var answer = held(held, yes::send, () -> logoutAll(somebody));
		assertThat(answer.location()).doesNotContain("code=");
		assertNothingIsLeft(somebody);
	}

	@Test
	void codeIssuedWhileItsSessionEndsIsInvalid() {
		var somebody = verified();
		var yes = consenting(somebody, authorize(request("web")).by(somebody).send());
		var answer = held(READ, yes::send, () -> logout(somebody));
		assertThat(tokenFor("web", answer.query("code")).send().error()).isEqualTo("invalid_grant");
	}

	@ParameterizedTest
	@ValueSource(strings = { READ, KEPT })
	void codeOfEndedSessionIsNotIssued(String held) {
		var somebody = verified();
		code(somebody, request("web"));
		var answer = held(held, authorize(request("web")).by(somebody)::send, () -> logoutAll(somebody));
		assertThat(answer.location()).doesNotContain("code=");
		assertNothingIsLeft(somebody);
	}

	@Test
	void codeIsInvalidAfterItsSession() {
		var here = verified();
		var code = code(here, request("web"));
		logout(here);
		assertThat(tokenFor("web", code).send().error()).isEqualTo("invalid_grant");
		var everywhere = verified();
		var other = code(everywhere, request("web"));
		logoutAll(everywhere);
		assertThat(tokenFor("web", other).send().error()).isEqualTo("invalid_grant");
	}

	@ParameterizedTest
	@ValueSource(strings = { "find oauth_grants", KEPT, "insert oauth_used_grants" })
	void codeOfEndedSessionIsNotRedeemed(String held) {
		var somebody = verified();
		var code = code(somebody, request("web"));
		var answer = held(held, tokenFor("web", code)::send, () -> logoutAll(somebody));
		if (answer.status() == 200) {
			assertThat(refresh("web", answer.json().path("refresh_token").asString()).send().error())
				.isEqualTo("invalid_grant");
		}
		else {
			assertThat(answer.error()).isEqualTo("invalid_grant");
		}
		assertNothingIsLeft(somebody);
	}

	@ParameterizedTest
	@ValueSource(strings = { "find oauth_grants", KEPT, "insert oauth_used_grants" })
	void grantOfEndedSessionIsNotRefreshed(String held) {
		var somebody = verified();
		var token = given(somebody, "web").path("refresh_token").asString();
		var answer = held(held, refresh("web", token)::send, () -> logoutAll(somebody));
		assertThat(answer.error()).isEqualTo("invalid_grant");
		assertNothingIsLeft(somebody);
	}

	@ParameterizedTest
	@ValueSource(strings = { READ, KEPT })
	void deviceOfEndedSessionIsNotApproved(String held) {
		var somebody = verified();
		var device = device();
		var yes = consenting(somebody, device);
		held(held, yes::send, () -> logoutAll(somebody));
		assertThat(poll(device).status()).isEqualTo(400);
		assertNothingIsLeft(somebody);
	}

	@Test
	void signOutEverywhereEndsApprovedDevices() {
		var somebody = verified();
		var device = device();
		assertThat(consenting(somebody, device).send().location()).endsWith("/done");
		logoutAll(somebody);
		assertThat(poll(device).error()).isEqualTo("invalid_grant");
		assertNothingIsLeft(somebody);
	}

	@Test
	void approvedDeviceOutlivesTheBrowserSession() {
		var somebody = verified();
		var device = device();
		assertThat(consenting(somebody, device).send().location()).endsWith("/done");
		logout(somebody);
		assertThat(poll(device).status()).isEqualTo(200);
	}

	@Test
	void signOutEverywhereEndsConsentsToo() {
		var somebody = verified();
		code(somebody, request("web"));
		assertThat(authorize(request("web")).by(somebody).send().location()).contains("code=");
		logoutAll(somebody);
		var again = this.api.login(somebody.username(), Api.PASSWORD);
		assertThat(authorize(request("web")).by(again).send().location()).contains("/oauth2/consent?");
	}

	@Test
	void withdrawnAppGetsNoPendingCode() {
		var somebody = verified();
		given(somebody, "web");
		var answer = held(KEPT, authorize(request("web")).by(somebody)::send,
				() -> assertThat(this.api.delete("/api/v1/users/me/consents/app-web").as(somebody).send().status())
					.isEqualTo(204));
		assertThat(answer.location()).doesNotContain("code=");
		assertThat(authorize(request("web")).by(somebody).send().location()).contains("/oauth2/consent?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "find sessions", "update refresh_tokens" })
	void ownSessionIsNotRefreshedOnceItHasEnded(String held) {
		var somebody = this.api.register();
		var elsewhere = this.api.login(somebody.username(), Api.PASSWORD);
		Callable<TestResponse> refresh = () -> this.api.refresh(somebody.refreshToken()).send();
		var answer = held(held, refresh, () -> logoutAll(elsewhere));
		assertThat(answer.code()).isEqualTo("auth.refresh-invalid");
	}

	/** An update that changes nothing would let both through. */
	@Test
	void accountHeldTwiceForTheSameLetsOneThrough() {
		var somebody = this.api.register();
		this.users.forceConflict(somebody.id(), "the same");
		var attempts = new AtomicInteger();
		Callable<Integer> holding = () -> this.work.run(() -> {
			this.users.require(somebody.id());
			attempts.incrementAndGet();
			this.users.forceConflict(somebody.id(), "the same");
			return 0;
		});
		this.race.run("update", "users", List.of(holding, holding));
		assertThat(attempts).as("one began anew").hasValueGreaterThan(2);
	}

	private <T> T held(String at, Callable<T> request, Runnable meanwhile) {
		return this.race.holding(at, request, meanwhile);
	}

	private void logoutAll(TestUser somebody) {
		assertThat(this.api.post("/api/v1/auth/logout-all").as(somebody).send().status()).isEqualTo(204);
	}

	private void logout(TestUser somebody) {
		assertThat(this.api.post("/api/v1/auth/logout").as(somebody).send().status()).isEqualTo(204);
	}

	private void assertNothingIsLeft(TestUser somebody) {
		assertThat(consents(somebody)).as("consents").isEmpty();
		assertThat(this.mongo.find(Query.query(Criteria.where("principal").is(somebody.id())), Document.class,
				"oauth_grants"))
			.as("grants")
			.isEmpty();
	}

	private List<Document> consents(TestUser somebody) {
		return this.mongo.find(Query.query(Criteria.where("person").is(somebody.id())), Document.class,
				"oauth_consents");
	}

	private Call consenting(TestUser somebody, Device device) {
		var asked = get("/oauth2/device_verification?user_code=" + device.userCode()).by(somebody).send();
		return form(somebody, asked, "/oauth2/device_verification", form(Map.of("client_id", "device", "state",
				asked.query("state"), "user_code", device.userCode(), "scope", "threads:read")));
	}

	private Device device() {
		var asked = post("/oauth2/device_authorization", "client_id", "device", "scope", "threads:read").send().json();
		return new Device(asked.path("device_code").asString(), asked.path("user_code").asString());
	}

	private Reply poll(Device device) {
		return post("/oauth2/token", "grant_type", "urn:ietf:params:oauth:grant-type:device_code", "client_id",
				"device", "device_code", device.code())
			.send();
	}

	/** A pending device with its codes. */
	private record Device(String code, String userCode) {
	}

}
