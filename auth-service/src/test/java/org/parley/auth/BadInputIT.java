package org.parley.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.auth.Bad.attestation;
import static org.parley.auth.Bad.bad;
import static org.parley.auth.Bad.provider;
import static org.parley.auth.Bad.registration;
import static org.parley.auth.Bad.text;

/** Invalid requests receive an answer that names the error. */
@AuthTest
class BadInputIT {

	private static final String REGISTER = "POST /api/v1/auth/register";

	private static final String LOGIN = "POST /api/v1/auth/login";

	private static final String REFRESH = "POST /api/v1/auth/refresh";

	private static final String PASSWORD = "POST /api/v1/auth/change-password";

	private static final String PROFILE = "PATCH /api/v1/users/me";

	private static final String BAN = "POST /api/v1/admin/users/01KAG2V7Q8X4M6T0N3R5W9YZAB/ban";

	private static final String AUDIT = "GET /api/v1/admin/audit";

	private static final String OWN_AUDIT = "GET /api/v1/users/me/audit";

	private static final String ADD_PASSKEY = "POST /api/v1/auth/passkeys";

	private static final String ADD_PROVIDER = "POST /api/v1/admin/identity-providers";

	private static final String CLOSE = "DELETE /api/v1/users/me";

	private static final String USERS = "GET /api/v1/admin/users";

	private static final String RULES = "PUT /api/v1/admin/registration";

	private static final String IMPORT = "POST /api/v1/admin/users/import";

	/**
	 * Endpoints for guests, members and administrators. What one rule refuses everywhere
	 * is tried at these; {@link EndpointsTests} tries every endpoint.
	 */
	private static final List<String> WITH_BODY = List.of(REGISTER, BAN);

	private static final List<String> PROTECTED = List.of(CLOSE, USERS, "POST /api/v1/admin/keys/rotate");

	private static final List<String> PUBLIC = List.of(LOGIN, "GET /api/v1/auth/registration", "GET /oauth2/jwks");

	private static final String NAMED = "{\"name\": \"N\", \"email\": \"n@example.com\", \"password\": \"not to be guessed\"";

	@Autowired
	private Api api;

	@Autowired
	private Forgery forgery;

	/**
	 * What the service finds out; {@link DeclaredInputTests} has what the endpoints
	 * declare, of which the first rows are samples.
	 */
	static Stream<Bad> bodies() {
		return Stream.of(
				// register
				bad(REGISTER, "{}", "name", "not-null"),
				bad(REGISTER, registration("name", "7"), "name", "request.wrong-type"),
				bad(REGISTER, registration("name", "\"Admin\""), "name", "display-name.reserved"),
				bad(REGISTER, registration("password", "\"short\""), "password", "password.length"),
				bad(REGISTER, NAMED + ", \"username\": \"" + "a".repeat(31) + "\"}", "username", "pattern"),
				bad(REGISTER, NAMED + ", \"roles\": [\"admin\"]}", "roles", "request.unknown-property"),
				// refresh
				bad(REFRESH, "{}", "refreshToken", "not-null"),
				// change-password
				bad(PASSWORD, "{\"newPassword\": \"not to be guessed\"}", "currentPassword", "not-null"),
				bad(PASSWORD, "{\"currentPassword\": \"x\", \"newPassword\": \"short\"}", "newPassword",
						"password.length"),
				// profile
				bad(PROFILE, "{\"avatarUrl\": \"http://example.org/a.png\"}", "avatarUrl", "profile.avatar-url"),
				// ban
				bad(BAN, "{\"reason\": \"x\", \"until\": \"2020-01-01T00:00:00Z\"}", "until", "ban.until"),
				bad(BAN, "{\"reason\": \"x\", \"until\": \"9999-12-31T23:59:59Z\"}", "until", "ban.until"),
				bad(BAN, "{\"reason\": \"x\", \"until\": \"+1000000000-12-31T23:59:59Z\"}", "until",
						"request.wrong-type"),
				// audit
				bad(AUDIT + "?limit=0", null, "limit", "min"), bad(AUDIT + "?act=nothing", null, "act", "audit.act"),
				bad(AUDIT + "?cursor=nonsense", null, "cursor", "cursor.invalid"),
				bad(OWN_AUDIT + "?act=SIGNED_IN", null, "act", "audit.act"),
				// identity providers
				bad(ADD_PROVIDER, provider("issuer", "null"), "issuer", "not-null"),
				bad(ADD_PROVIDER, provider("issuer", "\"nonsense\""), "issuer", "identity-provider.issuer"),
				bad(RULES, "{\"mode\": \"open\", \"blockedDomains\": [\"x\"]}", "blockedDomains[0]",
						"registration.domain"),
				bad(IMPORT, "{\"csv\": \"a,b\"}", "csv", "csv.columns"),
				bad(ADD_PASSKEY, attestation("\"e30\"", "\"o2M\""), "credential", "passkey.refused"),
				bad(ADD_PASSKEY, attestation("\"e30\"", "\"A\""), "credential", "passkey.refused"),
				// list
				bad(USERS + "?cursor=nonsense", null, "cursor", "cursor.invalid"));
	}

	@ParameterizedTest
	@MethodSource("bodies")
	@Asvs("6.4.2")
	void invalidPropertyIsNamed(Bad bad) {
		var answer = this.api.request(bad.method(), bad.path(), bad.body()).as(this.forgery.admin()).send();
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo("request.invalid");
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		var errors = new ArrayList<String>();
		answer.body()
			.path("errors")
			.forEach((error) -> errors.add(error.path("field").asString() + " " + error.path("code").asString()));
		assertThat(errors).contains(bad.field() + " " + bad.code());
	}

	static Stream<String> withBody() {
		return WITH_BODY.stream();
	}

	@ParameterizedTest
	@MethodSource("withBody")
	void malformedJsonIsRefused(String route) {
		for (var body : List.of("{\"", "{} {}", "{\"a\": 1, \"a\": 1}", "\u0000", "not json", "[]", "\"text\"", "7")) {
			assertRefused(route, body, 400, "request.malformed");
		}
	}

	private void assertRefused(String route, String body, int status, String code) {
		var answer = request(route, body).as(this.forgery.admin()).send();
		assertThat(answer.status()).as(body).isEqualTo(status);
		assertThat(answer.code()).as(body).isEqualTo(code);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
	}

	@ParameterizedTest
	@MethodSource("withBody")
	void otherMediaTypesAndHugeBodiesAreRefused(String route) {
		var admin = this.forgery.admin();
		var xml = request(route, "<a/>").as(admin).header("Content-Type", "application/xml").send();
		assertThat(xml.status()).isEqualTo(415);
		assertThat(xml.code()).isEqualTo("request.media-type");
		var huge = request(route, "{\"name\": " + text(300_000) + "}").as(admin).send();
		assertThat(huge.status()).isEqualTo(413);
		assertThat(huge.code()).isEqualTo("request.too-large");
		var none = request(route, null).as(admin).header("Content-Type", "application/json").send();
		assertThat(none.status()).isEqualTo(400);
		assertThat(none.code()).isEqualTo("request.malformed");
	}

	static Stream<String> protectedRoutes() {
		return PROTECTED.stream();
	}

	@ParameterizedTest
	@MethodSource("protectedRoutes")
	@Asvs({ "7.2.1", "9.1.1", "9.1.2", "9.2.1", "9.2.2", "9.2.3", "10.3.1" })
	void invalidTokenIsRefused(String route) {
		var body = route.startsWith("P") ? "{}" : null;
		var none = request(route, body).send();
		assertThat(none.status()).isEqualTo(401);
		assertThat(none.code()).isEqualTo("auth.required");
		assertThat(none.header("WWW-Authenticate")).startsWith("Bearer");
		for (var token : this.forgery.badTokens()) {
			var answer = request(route, body).token(token.text()).send();
			assertThat(answer.status()).as(token.why()).isEqualTo(401);
			assertThat(answer.code()).as(token.why()).isEqualTo("auth.token-invalid");
			assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		}
	}

	static Stream<String> routes() {
		return Stream.concat(PROTECTED.stream(), PUBLIC.stream());
	}

	@ParameterizedTest
	@MethodSource("routes")
	@Asvs("7.6.2")
	void otherMethodsAreRefused(String route) {
		var path = route.substring(route.indexOf(' ') + 1);
		var wrong = route.startsWith("PUT") ? "POST" : "PUT";
		var answer = this.api.request(wrong, path, "{}").as(this.forgery.admin()).send();
		assertThat(answer.status()).isIn(403, 405);
		assertThat(answer.code()).isIn("auth.forbidden", "request.method-not-allowed");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("routes")
	void unacceptableMediaTypeIsRefused(String route) {
		if (!route.startsWith("GET")) {
			return; // nothing to say in any media type, or refused before
		}
		var answer = request(route, route.startsWith("P") ? "{}" : null).as(this.forgery.admin())
			.header("Accept", "text/csv")
			.send();
		assertThat(answer.status()).isEqualTo(406);
	}

	@ParameterizedTest
	@MethodSource("unknownAddresses")
	void unknownPathIsUnauthorizedForStrangers(String path) {
		var stranger = this.api.get(path).send();
		assertThat(stranger.status()).isEqualTo(401);
		assertThat(stranger.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(this.api.get(path).as(this.forgery.admin()).send().status()).isIn(403, 404);
	}

	static Stream<String> unknownAddresses() {
		return Stream.of("/api/v1/auth/nothing", "/internal", "/internal/revocations/1", "/api/v1/users",
				"/api/v1/nothing", "/api/v1/users/me/nothing", "/oauth2/token", "/");
	}

	private Api.Request request(String route, @Nullable String body) {
		var parts = route.split(" ", 2);
		return this.api.request(parts[0], parts[1], body);
	}

}
