package org.parley.auth.oauth;

import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.Asvs;
import org.parley.auth.AuthTest;
import org.parley.platform.test.client.TestUser;

import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** The authorization code grant (RFC 9700). */
@AuthTest
class CodeGrantIT extends OAuthScene {

	@Test
	void consentIssuesTokensWithItsScopes() throws ParseException {
		var somebody = verified();
		var asked = authorize(request("web")).by(somebody).send();
		assertThat(asked.location()).startsWith(ISSUER + "/oauth2/consent?");
		assertThat(asked.query("scope").split(" ")).containsExactlyInAnyOrder("openid", "profile", "threads:read");
		var back = consent(somebody, asked);
		assertThat(back.location()).startsWith(OAuthDoubles.BACK + "&");
		assertThat(back.query("state")).isEqualTo("a state & more");
		assertThat(back.query("iss")).isEqualTo(ISSUER);
		var answer = tokenFor("web", back.query("code")).send();
		assertThat(answer.header("Cache-Control")).contains("no-store");
		var tokens = answer.json();
		assertThat(tokens.path("token_type").asString()).isEqualTo("Bearer");
		assertThat(tokens.path("expires_in").asInt()).isBetween(890, 900);
		assertThat(tokens.path("refresh_token").asString()).hasSize(43);
		var access = SignedJWT.parse(tokens.path("access_token").asString());
		assertThat(access.getHeader().getType().toString()).isEqualTo("at+jwt");
		var claims = access.getJWTClaimsSet();
		assertThat(claims.getIssuer()).isEqualTo(ISSUER);
		assertThat(claims.getAudience()).containsExactly("parley");
		assertThat(claims.getSubject()).isEqualTo(somebody.id());
		assertThat(claims.getStringClaim("scope")).isEqualTo("openid profile threads:read");
		assertThat(claims.getStringClaim("client_id")).isEqualTo("web");
		assertThat(claims.getStringListClaim("roles")).containsExactly("user");
		assertThat(claims.getStringClaim("preferred_username")).isEqualTo(somebody.username());
		assertThat(claims.getLongClaim("ver")).isZero();
		assertThat(claims.getStringClaim("sid")).isNotEmpty();
		assertThat(claims.getJWTID()).isNotEmpty();
		assertThat(claims.getClaim("nbf")).isNull();
		var identity = claims(tokens.path("id_token"));
		assertThat(identity.getAudience()).containsExactly("web");
		assertThat(identity.getStringClaim("nonce")).isEqualTo("n-1");
		assertThat(identity.getStringClaim("sid")).isEqualTo(claims.getStringClaim("sid"));
		assertThat(identity.getDateClaim("auth_time")).isBeforeOrEqualTo(Date.from(this.clock.instant()));
		assertThat(identity.getStringClaim("at_hash")).hasSize(22);
		assertThat(authorize(request("web")).by(somebody).send().location()).as("consented before").contains("code=");
	}

	@Test
	void anonymousRequestRedirectsToSignIn() {
		var somebody = verified();
		var sent = authorize(request("web", "login_hint", "alice")).send();
		assertThat(sent.status()).isEqualTo(303);
		assertThat(sent.location()).startsWith(ISSUER + "/oauth2/login?continue=");
		assertThat(sent.query("login_hint")).isEqualTo("alice");
		var page = get(sent.location().substring(ISSUER.length())).send();
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).containsPattern("name=\"login\"[^>]*value=\"alice\"");
		var again = get(sent.query("continue")).by(somebody).send();
		assertThat(again.location()).startsWith(ISSUER + "/oauth2/consent?");
		assertThat(again.headers().allValues("Set-Cookie")).as("no session of the servlet").isEmpty();
		var posted = call("POST", "/oauth2/authorize", form(request("web"))).send();
		assertThat(get(posted.query("continue")).by(somebody).send().location()).contains("/oauth2/consent?");
	}

	@Test
	void promptNoneShowsNoPage() {
		var somebody = verified();
		var silent = request("web", "prompt", "none");
		assertThat(authorize(silent).send().query("error")).isEqualTo("login_required");
		var refused = authorize(silent).by(somebody).send();
		assertThat(refused.query("error")).isEqualTo("consent_required");
		assertThat(refused.query("iss")).isEqualTo(ISSUER);
		assertThat(refused.query("state")).isEqualTo("a state & more");
		code(somebody, request("web"));
		assertThat(authorize(silent).by(somebody).send().query("code")).isNotEmpty();
		assertThat(authorize(with(silent, "max_age", "60")).by(somebody, 61).send().query("error"))
			.isEqualTo("login_required");
	}

	@Test
	void requiredSignInIsAskedOnce() {
		var somebody = verified();
		for (var change : List.of("prompt=login", "max_age=60")) {
			var parts = change.split("=", -1);
			var sent = authorize(request("web", parts[0], parts[1])).by(somebody, 100).send();
			assertThat(sent.location()).as(change).contains("/oauth2/login?");
			assertThat(get(sent.query("continue")).by(somebody, 100).send().location()).as("and has not")
				.contains("/oauth2/login?");
			assertThat(get(sent.query("continue")).by(somebody).send().location()).as("and has")
				.contains("/oauth2/consent?");
		}
		assertThat(authorize(request("web", "max_age", "60")).by(somebody, 30).send().location())
			.contains("/oauth2/consent?");
	}

	@Test
	void promptConsentAsksAgain() {
		var somebody = verified();
		code(somebody, request("web"));
		assertThat(authorize(request("web", "prompt", "consent")).by(somebody).send().location())
			.contains("/oauth2/consent?");
	}

	@Test
	@Asvs("10.7.1")
	void everyAppAndScopeRequiresConsent() {
		var somebody = verified();
		code(somebody, request("web", "scope", "openid"));
		assertThat(asks(somebody, "web", "openid threads:write")).as("more").isTrue();
		assertThat(asks(somebody, "other", "openid")).as("another app").isTrue();
		assertThat(asks(verified(), "web", "openid")).as("another person").isTrue();
		assertThat(asks(somebody, "web", "openid")).as("what was allowed").isFalse();
		code(somebody, request("spa", "scope", "openid", "redirect_uri", OAuthDoubles.LOOPBACK));
		assertThat(asks(somebody, "spa", "openid", "redirect_uri", OAuthDoubles.LOOPBACK)).as("anybody's address")
			.isTrue();
		assertThat(asks(somebody, "spa", "openid")).as("an address of the app's own").isFalse();
		assertThat(authorize(request("spa", "scope", "openid", "redirect_uri", OAuthDoubles.LOOPBACK, "prompt", "none"))
			.by(somebody)
			.send()
			.query("error")).isEqualTo("consent_required");
	}

	@ParameterizedTest
	@CsvSource({ "code_challenge,'',invalid_request", "scope,groups offline_access,invalid_scope",
			"response_type,token,unsupported_response_type", "response_type,code id_token,unsupported_response_type",
			"response_type,'',invalid_request", "request,a.b.c,request_not_supported", "max_age,soon,invalid_request" })
	void invalidRequestIsReportedToTheApp(String name, String value, String error) {
		var answer = authorize(request("web", name, value)).by(verified()).send();
		assertThat(answer.location()).startsWith(OAuthDoubles.BACK + "&");
		assertThat(answer.query("error")).isEqualTo(error);
		assertThat(answer.query("state")).isEqualTo("a state & more");
		assertThat(answer.query("iss")).isEqualTo(ISSUER);
	}

	@ParameterizedTest
	@CsvSource({ "request_uri,https://app.test/request", "client_id,nobody", "client_id,''", "client_id,device",
			"redirect_uri,https://evil.test/back", "redirect_uri,''", "state,a\u0001b", "redirect_uri,'::'" })
	void unregisteredRedirectUriIsNotFollowed(String name, String value) {
		var answer = authorize(request("web", name, value)).by(verified()).send();
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.location()).isEmpty();
		assertThat(answer.header("Content-Type")).startsWith("text/html");
		assertThat(answer.body()).doesNotContain("evil");
	}

	@Test
	void nativeAppChoosesOnlyTheLoopbackPort() {
		var somebody = verified();
		var good = request("spa", "redirect_uri", "http://127.0.0.1:9999/back");
		assertThat(authorize(good).by(somebody).send().location()).contains("/oauth2/consent?");
		var bad = request("spa", "redirect_uri", "http://127.0.0.1:9999/other");
		assertThat(authorize(bad).by(somebody).send().status()).isEqualTo(400);
	}

	@Test
	@Asvs("10.4.6")
	void codeRequiresItsAppAndVerifier() {
		var somebody = verified();
		var code = code(somebody, request("web"));
		assertThat(tokenFor("web", code, "code_verifier", "x" + VERIFIER).send().error()).isEqualTo("invalid_grant");
		assertThat(tokenFor("web", code, "code_verifier", "").send().error()).isEqualTo("invalid_grant");
		assertThat(tokenFor("web", code, "redirect_uri", OAuthDoubles.LOOPBACK).send().error())
			.isEqualTo("invalid_grant");
		assertThat(tokenFor("other", code).send().error()).as("another's code").isEqualTo("invalid_grant");
		assertThat(tokenFor("web", code).secret("web", "wrong").send().error()).isEqualTo("invalid_client");
		assertThat(tokenFor("web", code).anonymous().and("client_id", "web").send().error()).as("no secret")
			.isEqualTo("invalid_client");
		assertThat(tokenFor("web", code).secret("web", OAuthDoubles.NEXT_SECRET).send().status()).isEqualTo(200);
	}

	@Test
	@Asvs("10.4.2")
	void replayedCodeEndsTheGrant() {
		var somebody = verified();
		var code = code(somebody, request("web"));
		var tokens = tokenFor("web", code).send().json();
		assertThat(tokenFor("web", code).send().error()).isEqualTo("invalid_grant");
		assertThat(refresh("web", tokens.path("refresh_token").asString()).send().error()).isEqualTo("invalid_grant");
		var revoked = this.postbox.about(somebody.id(), "session.revoked");
		assertThat(revoked.at("/data/sessionId").asString())
			.isEqualTo(claims(tokens.path("access_token")).getClaim("sid"));
		assertThat(tokenFor("web", code).send().error()).as("a third time").isEqualTo("invalid_grant");
	}

	@Test
	void bannedUserGrantsNothing() {
		var banned = verified();
		var code = code(banned, request("web"));
		var tokens = given(banned, "other");
		this.api.post("/api/v1/admin/users/" + banned.id() + "/ban", "{\"reason\": \"Rude.\"}")
			.as(this.api.admin())
			.send();
		assertThat(tokenFor("web", code).send().error()).isEqualTo("invalid_grant");
		assertThat(refresh("other", tokens.path("refresh_token").asString()).send().error()).isEqualTo("invalid_grant");
		assertThat(get("/oauth2/userinfo").header("Authorization", "Bearer " + tokens.path("access_token").asString())
			.send()
			.status()).isEqualTo(401);
		var leaving = verified();
		change(leaving, Update.update("erasureAt", this.clock.instant()));
		assertThat(authorize(request("web")).by(leaving).send().query("error")).isEqualTo("access_denied");
	}

	@Test
	void firstConsentAlertsTheUser() {
		var somebody = verified();
		given(somebody, "web");
		var alert = this.postbox.about(somebody.id(), "security.alert");
		assertThat(alert.at("/data/kind").asString()).isEqualTo("app-permitted");
		assertThat(alert.at("/data/app").asString()).isEqualTo("The app web");
		given(somebody, "web", "scope", "openid threads:write");
		given(somebody, "other");
		this.postbox.about(somebody.id(), "security.alert", 2);
		assertThat(this.postbox.all(somebody.id(), "security.alert"))
			.extracting((mail) -> mail.at("/data/app").asString())
			.as("each app once")
			.containsExactly("The app web", "The app other");
		this.api.delete("/api/v1/users/me/consents/app-web").as(somebody).send();
		given(somebody, "web");
		this.postbox.about(somebody.id(), "security.alert", 3);
		assertThat(this.postbox.all(somebody.id(), "security.alert")).as("withdrawn, and let in again").hasSize(3);
	}

	@Test
	void deniedRequestGrantsNothing() {
		var somebody = verified();
		var asked = authorize(request("web")).by(somebody).send();
		var answer = form(somebody, asked, "/oauth2/consent", "state=" + encoded(asked.query("state"))).send();
		assertThat(answer.location()).startsWith(OAuthDoubles.BACK);
		assertThat(answer.query("error")).isEqualTo("access_denied");
		given(somebody, "other");
		this.postbox.about(somebody.id(), "security.alert");
		assertThat(this.postbox.all(somebody.id(), "security.alert"))
			.extracting((mail) -> mail.at("/data/app").asString())
			.containsExactly("The app other");
	}

	@Test
	void consentOfAnotherUserIsRefused() {
		var asked = authorize(request("web")).by(verified()).send();
		var other = verified();
		var own = authorize(request("web")).by(other).send();
		var fields = form(Map.of("client_id", "web", "state", asked.query("state"), "scope", "openid"));
		var answer = form(other, own, "/oauth2/authorize", fields).send();
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.location()).isEmpty();
	}

	@Test
	void moderationScopeRequiresModerator() {
		var tokens = given(verified(), "web", "scope", "openid moderation threads:read");
		assertThat(claims(tokens.path("access_token")).getClaim("scope")).isEqualTo("openid threads:read");
		assertThat(tokens.path("scope").asString()).doesNotContain("moderation");
	}

	private boolean asks(TestUser somebody, String app, String scope, String... changes) {
		return authorize(with(request(app, "scope", scope), changes)).by(somebody)
			.send()
			.location()
			.startsWith(ISSUER + "/oauth2/consent?");
	}

}
