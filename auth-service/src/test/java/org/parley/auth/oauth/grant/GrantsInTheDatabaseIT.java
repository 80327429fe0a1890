package org.parley.auth.oauth.grant;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Race;
import org.parley.auth.Scene;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.tokens.session.TokenGrants;
import org.parley.auth.tokens.session.UserSessions;
import org.parley.auth.user.Users;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Stored grants beyond Spring's contract: hashing, restarts, concurrency and expiry. */
@AuthTest
class GrantsInTheDatabaseIT extends Scene {

	@Autowired
	private MongoAuthorizationService grants;

	@Autowired
	private OAuthTokenGrants counting;

	@Autowired
	private MongoAuthorizationConsentService consents;

	@Autowired
	private EndGrants endGrants;

	@Autowired
	private Users users;

	@Autowired
	private UserSessions userSessions;

	@Autowired
	private UnitOfWork work;

	@Autowired
	private Race race;

	private TestUser somebody = new TestUser("", "", "", "");

	private BrowserUser browserUser = new BrowserUser("", "", SomeGrant.NOW);

	private String name = "";

	@BeforeEach
	void signIn() {
		this.somebody = this.api.register();
		this.browserUser = MongoAuthorizationServiceIT.person(this.somebody, this.userSessions);
		this.name = Ids.next();
		consent("openid", "threads:read");
	}

	private void consent(String... scopes) {
		var consent = OAuth2AuthorizationConsent.withId(SomeGrant.CLIENT, this.somebody.id());
		List.of(scopes).forEach(consent::scope);
		this.consents.save(consent.build());
	}

	@Test
	void tokensAreStoredHashed() {
		for (var grant : List.of(SomeGrant.redeemed(this.browserUser, this.name),
				SomeGrant.asked(this.browserUser, this.name), SomeGrant.device(this.name))) {
			var saved = grant.build();
			this.grants.save(saved);
			var kept = stored(saved.getId()).toJson();
			assertThat(kept).contains("\"keys\"");
			for (var kind : List.of("code-", "access-", "refresh-", "id-", "device-", "user-", "state-")) {
				assertThat(kept).doesNotContain(kind + this.name);
			}
			assertThat(kept).as("no class names").doesNotContain("_class", "org.parley", "java.", "org.spring");
		}
	}

	@Test
	void placeholderOfAnotherTokenIsNotAccepted() {
		this.grants.save(SomeGrant.redeemed(this.browserUser, this.name).build());
		var found = found("access-" + this.name);
		var refresh = Objects.requireNonNull(found.getRefreshToken()).getToken().getTokenValue();
		assertThat(refresh).isNotEqualTo("refresh-" + this.name).contains(" ");
		assertThat(this.grants.findByToken(refresh, null)).isNull();
		assertThat(this.grants.findByToken(refresh, OAuth2TokenType.REFRESH_TOKEN)).isNull();
		this.grants.save(found);
		assertThat(found("refresh-" + this.name).getId()).as("unchanged after saving").isEqualTo(found.getId());
	}

	@Test
	void grantIsReadableByOtherInstances() {
		this.grants.save(SomeGrant.answered(this.browserUser, this.name).build());
		var other = new MongoAuthorizationService(this.mongo, this.users, this.userSessions, this.consents, this.work,
				this.clock);
		var answered = Objects.requireNonNull(other.findByToken("code-" + this.name, null));
		assertThat(answered.<Principal>getAttribute(Principal.class.getName())).isEqualTo(this.browserUser);
		other.save(SomeGrant.redeemed(answered, this.name).build());
		var third = new MongoAuthorizationService(this.mongo, this.users, this.userSessions, this.consents, this.work,
				this.clock);
		assertThat(Objects.requireNonNull(third.findByToken("refresh-" + this.name, null)).getId())
			.isEqualTo(answered.getId());
	}

	@Test
	void concurrentRedemptionsHaveOneWinner() {
		this.grants.save(SomeGrant.answered(this.browserUser, this.name).build());
		var first = found("code-" + this.name);
		var second = found("code-" + this.name);
		var answers = this.race.run("update", "users",
				List.of(saving(SomeGrant.redeemed(first, "1" + this.name).build()),
						saving(SomeGrant.redeemed(second, "2" + this.name).build())));
		assertThat(answers).containsExactlyInAnyOrder("saved", "invalid_grant");
		var winner = answers.getFirst().equals("saved") ? "1" : "2";
		var loser = winner.equals("1") ? "2" : "1";
		assertThat(this.grants.findByToken("access-" + winner + this.name, null)).isNotNull();
		assertThat(this.grants.findByToken("access-" + loser + this.name, null)).isNull();
	}

	@Test
	void concurrentRefreshesHaveOneWinner() {
		this.grants.save(SomeGrant.redeemed(this.browserUser, this.name).build());
		var answers = this.race.run("update", MongoAuthorizationService.COLLECTION,
				List.of(saving(refreshed("1")), saving(refreshed("2"))));
		assertThat(answers).containsExactlyInAnyOrder("saved", "invalid_grant");
		assertThat(this.grants.findByToken("refresh-" + this.name, null)).isNull();
	}

	@Test
	void endedGrantIsNotSavedAgain() {
		this.grants.save(SomeGrant.redeemed(this.browserUser, this.name).build());
		var refreshed = refreshed("1");
		assertThat(this.endGrants.end(refreshed.getId(), SessionEndReason.ENDED_BY_OWNER)).isTrue();
		assertThat(save(refreshed)).isEqualTo("invalid_grant");
		assertThat(this.grants.findById(refreshed.getId())).isNull();
		assertThat(save(SomeGrant.redeemed(this.browserUser, "x" + this.name).build())).isEqualTo("saved");
		assertThat(save(SomeGrant.answered(this.browserUser, "x" + this.name).build())).as("a code that already exists")
			.isEqualTo("invalid_grant");
	}

	@Test
	void grantExpiresWithItsLastToken() {
		var before = this.clock.instant();
		var asked = SomeGrant.asked(this.browserUser, "a" + this.name).build();
		this.grants.save(asked);
		assertThat(end(asked)).isBetween(before.plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS),
				this.clock.instant().plus(Duration.ofHours(1)));
		var answered = SomeGrant.answered(this.browserUser, "b" + this.name).build();
		this.grants.save(answered);
		assertThat(end(answered)).isEqualTo(SomeGrant.NOW.plusSeconds(300));
		var redeemed = SomeGrant.redeemed(this.browserUser, "c" + this.name).build();
		this.grants.save(redeemed);
		assertThat(end(redeemed)).isEqualTo(SomeGrant.NOW.plus(30, ChronoUnit.DAYS));
	}

	@Test
	void grantIdIsTheSidOfItsToken() {
		var pushed = OAuth2Authorization.from(SomeGrant.pushed(this.name).build())
			.id(UUID.randomUUID().toString())
			.build();
		this.grants.save(pushed);
		assertThat(found("state-" + this.name).getId()).hasSize(26);
		var sid = Ids.next();
		this.grants.save(OAuth2Authorization.from(SomeGrant.device("d" + this.name).build())
			.id(UUID.randomUUID().toString())
			.token(SomeGrant.access("access-d" + this.name),
					(metadata) -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, Map.of("sid", sid)))
			.build());
		assertThat(found("access-d" + this.name).getId()).as("the sid of its token").isEqualTo(sid);
	}

	@Test
	void grantIsValidForItsUserUntilInvalidated() {
		var asked = SomeGrant.asked(this.browserUser, "a" + this.name).build();
		this.grants.save(asked);
		assertThat(counts(asked.getId(), this.somebody.id())).as("no token yet").isFalse();
		var grant = SomeGrant.redeemed(this.browserUser, this.name).build();
		this.grants.save(grant);
		assertThat(counts(grant.getId(), this.somebody.id())).isTrue();
		assertThat(counts(grant.getId(), this.api.register().id())).isFalse();
		assertThat(counts(Ids.next(), this.somebody.id())).isFalse();
		var found = found("access-" + this.name);
		this.grants.save(OAuth2Authorization.from(found).invalidate(found.getAccessToken().getToken()).build());
		assertThat(counts(grant.getId(), this.somebody.id())).isFalse();
	}

	@Test
	void endOfGrantPublishesRevocation() {
		var one = SomeGrant.redeemed(this.browserUser, this.name).build();
		this.grants.save(one);
		assertThat(this.endGrants.end(one.getId(), SessionEndReason.REFRESH_REUSED)).isTrue();
		assertThat(this.endGrants.end(one.getId(), SessionEndReason.REFRESH_REUSED)).isFalse();
		var event = this.postbox.about(this.somebody.id(), "session.revoked");
		assertThat(event.at("/data/sessionId").asString()).isEqualTo(one.getId());
		assertThat(event.at("/data/reason").asString()).isEqualTo("refresh-reused");
		assertThat(this.mongo.exists(Query.query(Criteria.where("sid").is(one.getId())), "revocations")).isTrue();
		this.grants.save(SomeGrant.redeemed(this.browserUser, "b" + this.name).build());
		this.api.post("/api/v1/auth/logout-all").as(this.somebody).send();
		assertThat(this.grants.findByToken("refresh-b" + this.name, null)).isNull();
	}

	@Test
	void expiredGrantEnds() {
		var one = SomeGrant.redeemed(this.browserUser, this.name).build();
		this.grants.save(one);
		this.counting.endExpired(SomeGrant.NOW);
		assertThat(this.grants.findById(one.getId())).isNotNull();
		this.counting.endExpired(SomeGrant.NOW.plus(Duration.ofDays(30)));
		assertThat(this.grants.findById(one.getId())).isNull();
		var event = this.postbox.about(this.somebody.id(), "session.revoked");
		assertThat(event.at("/data/sessionId").asString()).isEqualTo(one.getId());
	}

	@Test
	void expiredTokenOfAnAppForItselfGoesWithoutEvent() {
		this.mongo.insert(new Document("_id", this.name).append("type", "client_credentials")
			.append("principal", this.somebody.id())
			.append("tokens", new Document("access", new Document()))
			.append("expiresAt", this.clock.instant()), MongoAuthorizationService.COLLECTION);
		this.counting.endExpired(this.clock.instant());
		assertThat(this.mongo.findById(this.name, Document.class, MongoAuthorizationService.COLLECTION)).isNull();
		assertThat(this.postbox.all(this.somebody.id(), "session.revoked")).isEmpty();
	}

	@Test
	void grantsOfAnAppEndInBatches() {
		for (int i = 0; i < 101; i++) {
			this.mongo.insert(new Document("_id", this.name + i).append("client", "app-" + this.name)
				.append("principal", this.somebody.id())
				.append("tokens", new Document()), MongoAuthorizationService.COLLECTION);
		}
		assertThat(this.endGrants.endOfUserAndClient(this.api.register().id(), "app-" + this.name,
				SessionEndReason.ENDED_BY_OWNER))
			.isZero();
		assertThat(this.endGrants.endOfClient("app-" + this.name, SessionEndReason.ENDED_BY_OWNER)).isEqualTo(101);
		assertThat(this.endGrants.endOfClient("app-" + this.name, SessionEndReason.ENDED_BY_OWNER)).isZero();
		assertThat(this.postbox.all(this.somebody.id(), "session.revoked")).as("no event without tokens").isEmpty();
	}

	@Test
	void endedSessionGrantsNothing() {
		this.grants.save(SomeGrant.device(this.name).build());
		this.api.post("/api/v1/auth/logout").as(this.somebody).send();
		assertThat(save(SomeGrant.asked(this.browserUser, this.name).build())).isEqualTo("access_denied");
		assertThat(save(OAuth2Authorization.from(found("user-" + this.name))
			.attribute(Principal.class.getName(), this.browserUser)
			.build())).isEqualTo("access_denied");
		var other = new BrowserUser(this.api.register().id(), this.browserUser.sessionId(), SomeGrant.NOW);
		assertThat(save(SomeGrant.asked(other, this.name).build())).isEqualTo("access_denied");
	}

	@Test
	void codeWithoutConsentIsRefused() {
		consent("openid");
		assertThat(save(SomeGrant.answered(this.browserUser, this.name).build())).isEqualTo("access_denied");
		this.endGrants.withdraw(this.somebody.id(), SomeGrant.CLIENT);
		assertThat(save(SomeGrant.answered(this.browserUser, this.name).build())).isEqualTo("access_denied");
	}

	@Test
	void pendingConsentAndCodeEndWithTheirSession() {
		this.grants.save(SomeGrant.asked(this.browserUser, "a" + this.name).build());
		this.grants.save(SomeGrant.answered(this.browserUser, "b" + this.name).build());
		var asked = found("state-a" + this.name);
		var answered = found("code-b" + this.name);
		this.api.post("/api/v1/auth/logout").as(this.somebody).send();
		assertThat(save(OAuth2Authorization.from(asked)
			.attributes((attributes) -> attributes.remove("state"))
			.token(new OAuth2AuthorizationCode("code-a" + this.name, SomeGrant.NOW, SomeGrant.NOW.plusSeconds(60)))
			.build())).isEqualTo("access_denied");
		assertThat(save(SomeGrant.redeemed(answered, this.name).build())).isEqualTo("invalid_grant");
	}

	@Test
	void issuedGrantOutlivesTheBrowserSession() {
		this.grants.save(SomeGrant.redeemed(this.browserUser, this.name).build());
		this.api.post("/api/v1/auth/logout").as(this.somebody).send();
		assertThat(save(refreshed("1"))).isEqualTo("saved");
	}

	@Test
	void consentAndAlertAreOneTransaction() {
		var app = this.api
			.post("/api/v1/users/me/apps",
					"""
							{"name": "Photo <Frame>", "kind": "device", "scopes": ["profile"], "password": "%s"}"""
						.formatted(Api.PASSWORD))
			.as(this.somebody)
			.send()
			.data()
			.path("id")
			.asString();
		var consent = OAuth2AuthorizationConsent.withId(app, this.somebody.id()).scope("profile").build();
		assertThatIllegalStateException().isThrownBy(() -> this.work.run(() -> {
			this.consents.save(consent);
			throw new IllegalStateException("The process ends here");
		}));
		assertThat(this.consents.findById(app, this.somebody.id())).isNull();
		Callable<String> permitting = () -> {
			this.consents.save(consent);
			return "saved";
		};
		this.race.run("update", MongoAuthorizationConsentService.COLLECTION, List.of(permitting, permitting));
		assertThat(this.consents.findById(app, this.somebody.id())).isEqualTo(consent);
		this.postbox.about(this.somebody.id(), "security.alert");
		assertThat(this.postbox.all(this.somebody.id(), "security.alert")).as("concurrent consents")
			.singleElement()
			.satisfies((mail) -> assertThat(mail.at("/data/app").asString()).isEqualTo("Photo <Frame>"));
	}

	@Test
	void unknownAttributeTypeIsRefused() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.grants.save(SomeGrant.device(this.name).attribute("odd", new Object()).build()));
	}

	private boolean counts(String id, String userId) {
		TokenGrants kind = this.counting;
		return kind.isActive(id, userId, this.clock.instant());
	}

	private OAuth2Authorization refreshed(String with) {
		return OAuth2Authorization.from(found("refresh-" + this.name))
			.token(SomeGrant.access("access-" + with + this.name))
			.refreshToken(SomeGrant.refresh("refresh-" + with + this.name))
			.build();
	}

	private Callable<String> saving(OAuth2Authorization grant) {
		return () -> save(grant);
	}

	/** The outcome of saving a grant. */
	private String save(OAuth2Authorization grant) {
		OAuth2AuthorizationService service = this.grants;
		try {
			service.save(grant);
			return "saved";
		}
		catch (OAuth2AuthenticationException ex) {
			return ex.getError().getErrorCode();
		}
	}

	private OAuth2Authorization found(String token) {
		return Objects.requireNonNull(this.grants.findByToken(token, null), token);
	}

	private Instant end(OAuth2Authorization grant) {
		return stored(grant.getId()).getDate("expiresAt").toInstant();
	}

	private Document stored(String id) {
		return Objects.requireNonNull(this.mongo.findById(id, Document.class, MongoAuthorizationService.COLLECTION));
	}

}
