package org.parley.auth.oauth;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each way in which access ends names, in the list of revocations, each kind of token
 * that it ends. The gateway refuses what the list names, whatever its kind. A program
 * whose personal token has ended gets no further access token; the gateway and sockets
 * both exchange it here.
 */
@AuthTest
class EndedTokensIT extends OAuthScene {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sign-out                         | session, socket
			end of the session, elsewhere    | session, socket
			sign-out everywhere              | session, socket, personal, app, program
			sign-out by an administrator     | session, socket, personal, app, program
			change of password, elsewhere    | session, socket, personal, app, program
			the same, keeping programs       | session, socket
			reset of password                | session, socket, personal, app, program
			the same, keeping programs again | session, socket
			ban                              | session, socket, personal, app, program
			change of role                   | session, socket, personal, app
			deletion of the account          | session, socket, personal, app, program
			end of the personal token        | personal, program
			end of the consent               | app
			revocation by the app            | app""")
	void eachWayOfEndingRevokesEachKindOfToken(String way, String ended) {
		var somebody = verified();
		var elsewhere = this.api.login(somebody.username(), Api.PASSWORD);
		var personal = issueToken(somebody);
		var tokens = new LinkedHashMap<String, String>();
		tokens.put("session", Objects.requireNonNull(somebody.accessToken()));
		tokens.put("socket", text(this.api.post("/api/v1/auth/socket-token").as(somebody).send(), "token"));
		tokens.put("personal", exchange(text(personal, "token")));
		tokens.put("app", given(somebody, "web").path("access_token").asString());
		assertThat(revoked(tokens)).isEmpty();
		end(way, somebody, elsewhere, text(personal, "id"), tokens);
		var revoked = new ArrayList<>(revoked(tokens));
		if (exchange(text(personal, "token")).isEmpty()) {
			revoked.add("program");
		}
		assertThat(revoked).containsExactlyInAnyOrder(ended.split(", ", -1));
	}

	@Test
	void revocationByItsAppRevokesTokenOfClientCredentials() {
		var answer = token(OAuthDoubles.SERVICE, "grant_type", "client_credentials", "scope", "threads:read").send();
		var tokens = Map.of("service", answer.json().path("access_token").asString());
		assertThat(revoked(tokens)).isEmpty();
		assertThat(post("/oauth2/revoke", "token", String.valueOf(tokens.get("service")))
			.secret(OAuthDoubles.SERVICE, OAuthDoubles.SECRET)
			.send()
			.status()).isEqualTo(200);
		assertThat(revoked(tokens)).containsExactly("service");
	}

	private void end(String way, TestUser somebody, TestUser elsewhere, String personal, Map<String, String> tokens) {
		var session = claims(tokens, "session").get("sid");
		var user = "/api/v1/admin/users/" + somebody.id();
		switch (way) {
			case "sign-out" -> done(this.api.post("/api/v1/auth/logout").as(somebody));
			case "end of the session, elsewhere" ->
				done(this.api.delete("/api/v1/auth/sessions/" + session).as(elsewhere));
			case "sign-out everywhere" -> done(this.api.post("/api/v1/auth/logout-all").as(elsewhere));
			case "sign-out by an administrator" -> done(this.api.post(user + "/logout").as(this.api.admin()));
			case "change of password, elsewhere" -> done(changePassword(elsewhere, true));
			case "the same, keeping programs" -> done(changePassword(elsewhere, false));
			case "reset of password" -> done(resetPassword(somebody, true));
			case "the same, keeping programs again" -> done(resetPassword(somebody, false));
			case "ban" -> done(this.api.post(user + "/ban", "{\"reason\": \"Rude.\"}").as(this.api.admin()));
			case "change of role" ->
				done(this.api.put(user + "/role", "{\"role\": \"moderator\"}").as(this.api.admin()));
			case "deletion of the account" ->
				done(this.api.request("DELETE", "/api/v1/users/me", "{\"password\": \"%s\"}".formatted(Api.PASSWORD))
					.as(elsewhere));
			case "end of the personal token" -> done(this.api.delete("/api/v1/auth/tokens/" + personal).as(elsewhere));
			case "end of the consent" -> done(this.api.delete("/api/v1/users/me/consents/app-web").as(elsewhere));
			case "revocation by the app" ->
				assertThat(post("/oauth2/revoke", "token", String.valueOf(tokens.get("app")))
					.secret("web", OAuthDoubles.SECRET)
					.send()
					.status()).isEqualTo(200);
			default -> throw new IllegalArgumentException(way);
		}
	}

	/** The kinds of the tokens that the gateway refuses from now on. */
	private List<String> revoked(Map<String, String> tokens) {
		var revocations = revocations();
		return tokens.keySet()
			.stream()
			.filter((kind) -> revocations.stream().anyMatch((revocation) -> names(revocation, claims(tokens, kind))))
			.toList();
	}

	private static boolean names(JsonNode revocation, Map<String, Object> claims) {
		return revocation.path("sid").asString("").equals(claims.get("sid"))
				|| (revocation.path("userId").asString("").equals(claims.get("sub"))
						&& claims.get("ver") instanceof Number version
						&& version.intValue() < revocation.path("ver").asInt());
	}

	private List<JsonNode> revocations() {
		var all = new ArrayList<JsonNode>();
		var after = "";
		while (after != null) {
			var page = this.api.get("/internal/revocations?after=" + after).send().body();
			page.path("data").forEach(all::add);
			after = page.path("next").isString() ? page.path("next").asString() : null;
		}
		return all;
	}

	private Api.Request changePassword(TestUser elsewhere, boolean revokeTokens) {
		return this.api
			.post("/api/v1/auth/change-password",
					"""
							{"currentPassword": "%s", "newPassword": "off with their heads", "revokeTokens": %s}"""
						.formatted(Api.PASSWORD, revokeTokens))
			.as(elsewhere);
	}

	private Api.Request resetPassword(TestUser somebody, boolean revokeTokens) {
		this.api.post("/api/v1/auth/forgot-password", "{\"email\": \"%s@example.com\"}".formatted(somebody.username()))
			.send();
		var link = this.postbox.open(this.postbox.about(somebody.id(), "password-reset.requested"), "/data/token");
		return this.api.post("/api/v1/auth/reset-password", """
				{"token": "%s", "password": "off with their heads", "revokeTokens": %s}""".formatted(link,
				revokeTokens));
	}

	private String exchange(String personal) {
		return this.api.post("/internal/personal-tokens/exchange", "{\"token\": \"%s\"}".formatted(personal))
			.send()
			.body()
			.path("accessToken")
			.asString();
	}

	private static void done(Api.Request request) {
		var answer = request.send();
		assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
	}

	private static String text(TestResponse answer, String field) {
		return answer.data().path(field).asString();
	}

	private static Map<String, Object> claims(Map<String, String> tokens, String kind) {
		try {
			return SignedJWT.parse(tokens.get(kind)).getJWTClaimsSet().getClaims();
		}
		catch (ParseException ex) {
			throw new AssertionError(kind, ex);
		}
	}

}
