package org.parley.auth.oauth;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.nimbusds.jwt.JWTClaimsSet;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.auth.Asvs;
import org.parley.auth.AuthTest;
import org.parley.auth.Race;
import org.parley.auth.oauth.OAuthScene.Reply;
import org.parley.platform.domain.Sha256;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** Refresh of tokens, and reuse of a refresh token. */
@AuthTest
class RefreshIT extends OAuthScene {

	@Autowired
	private Race race;

	@Test
	void refreshTokenReuseEndsTheGrant() throws Exception {
		var somebody = verified();
		var first = given(somebody, "web");
		var answer = refresh("web", first.path("refresh_token").asString()).send();
		assertThat(answer.status()).isEqualTo(200);
		var second = answer.json();
		assertThat(second.path("refresh_token").asString()).isNotEqualTo(first.path("refresh_token").asString());
		assertThat(sid(second.path("access_token").asString())).isEqualTo(sid(first.path("access_token").asString()));
		assertThat(claims(second.path("id_token")).getDateClaim("auth_time"))
			.isEqualTo(claims(first.path("id_token")).getDateClaim("auth_time"));
		assertThat(refresh("web", first.path("refresh_token").asString()).send().error()).isEqualTo("invalid_grant");
		assertThat(refresh("web", second.path("refresh_token").asString()).send().error()).as("grant has ended")
			.isEqualTo("invalid_grant");
		assertThat(this.postbox.about(somebody.id(), "session.revoked").at("/data/sessionId").asString())
			.isEqualTo(sid(first.path("access_token").asString()));
	}

	@Test
	void concurrentRefreshesHaveOneWinner() {
		var token = given(verified(), "web").path("refresh_token").asString();
		Callable<Reply> refreshing = () -> refresh("web", token).send();
		var answers = this.race.run("insert", "oauth_used_grants", List.of(refreshing, refreshing));
		assertThat(answers).extracting(Reply::status).containsExactlyInAnyOrder(200, 400);
	}

	@Test
	void usedTokenIsStoredHashedUntilItExpires() throws Exception {
		var first = given(verified(), "web");
		var former = first.path("refresh_token").asString();
		var expiry = this.clock.instant().plus(Duration.ofDays(30));
		var current = refresh("web", former).send().json().path("refresh_token").asString();
		var kept = Objects.requireNonNull(this.mongo.findById(Sha256.hex(former), Document.class, "oauth_used_grants"));
		assertThat(kept.getString("grant")).isEqualTo(sid(first.path("access_token").asString()));
		assertThat(kept.getDate("expiresAt").toInstant()).isBetween(expiry.minusSeconds(60), expiry);
		assertThat(kept.toJson()).doesNotContain(former);
		assertThat(this.mongo.findById(Sha256.hex(current), Document.class, "oauth_used_grants")).isNull();
		assertThat(post("/oauth2/revoke", "token", former).secret("web", OAuthDoubles.SECRET).send().status())
			.isEqualTo(200);
		assertThat(refresh("web", current).send().error()).as("grant has ended").isEqualTo("invalid_grant");
	}

	@Test
	void refusedRefreshDoesNotUseTheToken() {
		var token = given(verified(), "web").path("refresh_token").asString();
		assertThat(refresh("web", token).and("scope", "openid threads:write").send().error())
			.isEqualTo("invalid_scope");
		assertThat(refresh("other", token).send().error()).as("another client").isEqualTo("invalid_grant");
		assertThat(refresh("web", token).send().status()).isEqualTo(200);
	}

	@Test
	void refreshedTokensHaveCurrentClaims() throws Exception {
		var somebody = verified();
		var first = given(somebody, "web");
		change(somebody,
				Update.update("profile.displayName", "Another Name").set("role", "MODERATOR").inc("tokenVersion", 1));
		var renewed = refresh("web", first.path("refresh_token").asString()).and("scope", "threads:read").send();
		JWTClaimsSet claims = claims(renewed.json().path("access_token"));
		assertThat(claims.getStringClaim("name")).isEqualTo("Another Name");
		assertThat(claims.getStringListClaim("roles")).contains("moderator");
		assertThat(claims.getLongClaim("ver")).isEqualTo(1);
		assertThat(claims.getStringClaim("scope")).as("only the requested scope").isEqualTo("threads:read");
	}

	@Test
	void refreshDropsScopesOfAFormerRole() throws Exception {
		var moderator = verified();
		change(moderator, Update.update("role", "MODERATOR"));
		var first = given(moderator, "web", "scope", "openid moderation");
		assertThat(claims(first.path("access_token")).getStringClaim("scope")).isEqualTo("moderation openid");
		change(moderator, Update.update("role", "USER"));
		var renewed = refresh("web", first.path("refresh_token").asString()).send().json();
		assertThat(claims(renewed.path("access_token")).getStringClaim("scope")).isEqualTo("openid");
		assertThat(renewed.path("scope").asString()).isEqualTo("openid");
	}

	@Test
	@Asvs("10.4.8")
	void refreshTokensExpireDespiteUse() {
		var current = given(verified(), "web").path("refresh_token").asString();
		for (int month = 0; month < 7; month++) {
			this.clock.move(Duration.ofDays(25));
			current = refresh("web", current).send().json().path("refresh_token").asString();
		}
		this.clock.move(Duration.ofDays(5));
		assertThat(refresh("web", current).send().error()).isEqualTo("invalid_grant");
	}

	@Test
	@Asvs("10.4.9")
	void userWithdrawsAccess() {
		var somebody = verified();
		var tokens = given(somebody, "web");
		assertThat(this.api.delete("/api/v1/users/me/consents/app-web").as(verified()).send().status()).isEqualTo(404);
		assertThat(this.api.delete("/api/v1/users/me/consents/app-web").as(somebody).send().status()).isEqualTo(204);
		assertThat(refresh("web", tokens.path("refresh_token").asString()).send().error()).isEqualTo("invalid_grant");
	}

	@Test
	@Asvs("10.4.5")
	void publicClientRefreshes() {
		var somebody = verified();
		var code = code(somebody, request("spa"));
		var first = tokenFor("spa", code).anonymous().and("client_id", "spa").send().json();
		var answer = refresh("spa", first.path("refresh_token").asString()).anonymous().and("client_id", "spa").send();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(refresh("spa", first.path("refresh_token").asString()).anonymous()
			.and("client_id", "spa")
			.send()
			.error()).isEqualTo("invalid_grant");
		assertThat(refresh("spa", answer.json().path("refresh_token").asString()).anonymous()
			.and("client_id", "spa")
			.send()
			.error()).isEqualTo("invalid_grant");
	}

	private static String sid(String token) throws Exception {
		return com.nimbusds.jwt.SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid");
	}

}
