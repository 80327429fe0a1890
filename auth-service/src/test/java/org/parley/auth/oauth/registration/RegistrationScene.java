package org.parley.auth.oauth.registration;

import org.parley.auth.Scene;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Base of tests of dynamic client registration. */
public abstract class RegistrationScene extends Scene {

	protected static final JsonMapper JSON = JsonMapper.builder().build();

	protected static final String TOKENS = "/api/v1/admin/oauth-registration-tokens";

	protected static final String REGISTER = "/oauth2/register";

	protected static final String ADMIN_PASSWORD = "the admin's password";

	protected static ObjectNode wish() {
		return JSON.createObjectNode().put("description", "for a reader").put("password", ADMIN_PASSWORD);
	}

	protected TestResponse give(TestUser admin, ObjectNode wish) {
		return this.api.post(TOKENS, wish.toString()).as(admin).send();
	}

	/** Issues an initial access token. */
	protected String token(ObjectNode wish) {
		var given = give(this.api.admin(), wish);
		assertThat(given.status()).as(given.toString()).isEqualTo(201);
		return given.data().path("token").asString();
	}

	/** Issues an initial access token for one app. */
	protected String token() {
		return token(wish());
	}

	protected static ObjectNode reader() {
		var reader = JSON.createObjectNode().put("client_name", "Reader");
		reader.putArray("redirect_uris").add("https://reader.example.org/back");
		return reader;
	}

	protected TestResponse register(String token, String metadata) {
		return this.api.post(REGISTER, metadata).token(token).send();
	}

	protected TestResponse register(String token, ObjectNode metadata) {
		return register(token, metadata.toString());
	}

	/** Uses left of the newest token. */
	protected int left() {
		return this.api.get(TOKENS + "?limit=1").as(this.api.admin()).send().data().at("/0/left").asInt();
	}

	protected static void isRefused(TestResponse answer, String error, String about) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
		assertThat(answer.body().path("error").asString()).as(answer.toString()).isEqualTo(error);
		assertThat(answer.body().path("error_description").asString()).startsWith(about);
		assertThat(answer.header("Content-Type")).startsWith("application/json");
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
	}

	protected static void isUnknown(TestResponse answer) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
		assertThat(answer.body().toString()).isEqualTo("{\"error\":\"invalid_token\"}");
		assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
	}

}
