package org.parley.auth;

import java.text.ParseException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.nimbusds.jwt.SignedJWT;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.TestConditions.GatedRandom;
import org.parley.auth.TestConditions.MovableClock;
import org.parley.auth.tokens.session.UserSession;
import org.parley.auth.tokens.session.UserSessions;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class SessionsIT {

	@Autowired
	private Api api;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private MovableClock clock;

	@Autowired
	private GatedRandom random;

	@Autowired
	private Race race;

	@Autowired
	private UserSessions userSessions;

	@AfterEach
	void resetClock() {
		this.clock.reset();
		this.random.open();
	}

	@Test
	@Asvs("7.2.3")
	void repeatedRefreshOfClientReturnsSameSuccessor() {
		var old = this.api.register().refreshToken();
		var first = refreshed(old);
		assertThat(List.of(old, first.refreshToken())).doesNotHaveDuplicates()
			.allMatch((token) -> token.matches("[A-Za-z0-9_-]{43}"));
		this.clock.move(Duration.ofSeconds(9));
		assertThat(refreshed(old).refreshToken()).isEqualTo(first.refreshToken());
		assertThat(this.api.get("/api/v1/users/me").as(refreshed(first.refreshToken())).send().status()).isEqualTo(200);
	}

	@Test
	void socketTokenIsOfSessionAndIsRefusedByApi() throws ParseException {
		var somebody = this.api.register();
		var issued = this.api.post("/api/v1/auth/socket-token").as(somebody).send();
		assertThat(issued.header("Cache-Control")).contains("no-store");
		var token = issued.data().path("token").asString();
		var claims = SignedJWT.parse(token).getJWTClaimsSet();
		var session = SignedJWT.parse(somebody.accessToken()).getJWTClaimsSet();
		assertThat(claims.getAudience()).containsExactly("parley-sockets");
		assertThat(claims.getStringClaim("scope"))
			.isEqualTo("threads:read chat:read chat:write social:read notifications moderation");
		assertThat(claims.getStringClaim("sid")).isEqualTo(session.getStringClaim("sid"));
		assertThat(this.api.get("/api/v1/users/me").token(token).send().code()).isEqualTo("auth.token-invalid");
		assertThat(this.api.post("/api/v1/auth/socket-token").token(token).send().status()).isEqualTo(401);
	}

	@Test
	@Asvs({ "7.2.4", "10.4.5" })
	void refreshTokenReuseEndsSession() {
		var somebody = this.api.register();
		var next = refreshed(refreshed(somebody.refreshToken()).refreshToken());
		this.clock.move(Duration.ofSeconds(11));
		assertReuseEnds(this.api.refresh(somebody.refreshToken()).send(), somebody, next);
	}

	@Test
	void immediateReuseByStrangerEndsSession() {
		var somebody = this.api.register();
		var next = refreshed(somebody.refreshToken());
		assertReuseEnds(this.api.refresh(somebody.refreshToken()).from("198.51.100.2").send(), somebody, next);
	}

	private void assertReuseEnds(TestResponse reuse, TestUser somebody, TestUser latest) {
		assertThat(reuse.status()).isEqualTo(401);
		assertThat(reuse.code()).isEqualTo("auth.refresh-reused");
		assertThat(this.api.refresh(latest.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
		assertThat(this.api.get("/api/v1/users/me").as(latest).send().code()).isEqualTo("auth.token-invalid");
		var acts = this.mongo.find(Query.query(Criteria.where("userId").is(somebody.id())).with(Sort.by("_id")),
				Document.class, "audit");
		assertThat(acts).extracting((act) -> act.getString("act")).endsWith("REFRESH_REUSED");
	}

	@Test
	void twoConcurrentRefreshesReturnSameSuccessor() throws Exception {
		var somebody = this.api.register();
		this.random.gate(2);
		try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<TestUser> refresh = () -> refreshed(somebody.refreshToken());
			var both = people.invokeAll(List.of(refresh, refresh)).stream().map(Future::resultNow).toList();
			assertThat(both.getFirst().refreshToken()).isEqualTo(both.getLast().refreshToken());
		}
		assertFamily(somebody, 2);
	}

	private void assertFamily(TestUser somebody, int tokens) {
		var session = this.mongo.findOne(Query.query(Criteria.where("userId").is(somebody.id())), Document.class,
				"sessions");
		assertThat(session).isNotNull();
		assertThat(this.mongo.count(
				Query.query(Criteria.where("sessionId").is(Objects.requireNonNull(session).get("_id"))),
				"refresh_tokens"))
			.isEqualTo(tokens);
	}

	@Test
	@Asvs("7.3.1")
	void refreshTokenExpiresAfterThirtyDays() {
		var somebody = this.api.register();
		this.clock.move(Duration.ofDays(29));
		var refreshed = refreshed(somebody.refreshToken());
		this.clock.move(Duration.ofDays(29));
		var again = refreshed(refreshed.refreshToken());
		this.clock.move(Duration.ofDays(30));
		assertThat(this.api.refresh(again.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
	}

	@Test
	void unknownRefreshTokenIsInvalid() {
		assertThat(this.api.refresh("A".repeat(43)).send().code()).isEqualTo("auth.refresh-invalid");
		assertThat(this.api.refresh("$ne").send().code()).isEqualTo("auth.refresh-invalid");
	}

	@Test
	@Asvs({ "7.2.2", "7.5.2", "8.2.2" })
	void ownerListsAndEndsSessions() {
		var here = this.api.register();
		var phone = TestUser.of(this.api.loginRequest(here.username(), Api.PASSWORD)
			.from("203.0.113.9")
			.header("User-Agent", "A phone")
			.send());
		var sessions = this.api.get("/api/v1/auth/sessions").as(here).send();
		assertThat(sessions.data()).hasSize(2);
		var newest = sessions.data().get(0);
		assertThat(newest.propertyNames()).containsExactly("id", "device", "address", "createdAt", "lastUsedAt",
				"current");
		assertThat(newest.path("device").asString()).isEqualTo("A phone");
		assertThat(newest.path("address").asString()).isEqualTo("203.0.113.9");
		assertThat(newest.path("current").asBoolean()).isFalse();
		assertThat(sessions.data().get(1).path("current").asBoolean()).isTrue();

		var address = "/api/v1/auth/sessions/" + newest.path("id").asString();
		assertThat(this.api.delete(address).as(this.api.register()).send().code()).as("another user")
			.isEqualTo("session.not-found");
		assertThat(this.api.delete(address).as(here).send().status()).isEqualTo(204);
		assertThat(this.api.delete(address).as(here).send().code()).isEqualTo("session.not-found");
		assertThat(this.api.get("/api/v1/users/me").as(phone).send().status()).isEqualTo(401);
		assertThat(this.api.get("/api/v1/auth/sessions").as(here).send().data()).hasSize(1);
	}

	@Test
	@Asvs({ "7.4.1", "10.4.9" })
	void signOutEverywhereEndsSessionsOfUserOnly() {
		var here = this.api.register();
		var there = this.api.login(here.username(), Api.PASSWORD);
		var other = this.api.register();
		assertThat(this.api.post("/api/v1/auth/logout-all").as(here).send().status()).isEqualTo(204);
		for (var somebody : new TestUser[] { here, there }) {
			assertThat(this.api.get("/api/v1/users/me").as(somebody).send().status()).isEqualTo(401);
			assertThat(this.api.refresh(somebody.refreshToken()).send().code()).isEqualTo("auth.refresh-invalid");
		}
		assertThat(this.api.get("/api/v1/users/me").as(other).send().status()).isEqualTo(200);
		var again = this.api.login(here.username(), Api.PASSWORD);
		assertThat(this.api.get("/api/v1/users/me").as(again).send().status()).isEqualTo(200);
	}

	@Test
	void signOutEverywhereTakesOneCommandForAllSessions() {
		var here = this.api.register();
		openSessions(here, 20);
		var sent = this.race.sent(Set.of("sessions"),
				() -> assertThat(this.api.post("/api/v1/auth/logout-all").as(here).send().status()).isEqualTo(204));
		assertThat(sent).containsOnlyOnce("update sessions");
		assertThat(this.userSessions.findLive(here.id(), this.clock.instant())).isEmpty();
	}

	@Test
	void signInBeyondLimitEndsSessionLeastRecentlyUsed() {
		var here = this.api.register();
		openSessions(here, 499);
		this.clock.move(Duration.ofMinutes(1));
		var first = refreshed(here.refreshToken());
		var unused = this.userSessions.findLive(here.id(), this.clock.instant())
			.stream()
			.min(Comparator.comparing(UserSession::lastUsedAt))
			.orElseThrow();
		this.api.login(here.username(), Api.PASSWORD);
		var live = this.userSessions.findLive(here.id(), this.clock.instant());
		assertThat(live).hasSize(500).doesNotContain(unused);
		assertThat(this.api.get("/api/v1/users/me").as(first).send().status()).isEqualTo(200);
		assertThat(this.mongo.findAll(Document.class, "revocations"))
			.anySatisfy((revocation) -> assertThat(revocation.toJson()).contains(unused.id()));
	}

	private void openSessions(TestUser somebody, int count) {
		var now = this.clock.instant();
		this.userSessions.saveAll(IntStream.range(0, count)
			.mapToObj((nth) -> UserSession.open(somebody.id(), new ClientDevice("203.0.113.7", "A script"),
					now.plusMillis(nth), Duration.ofDays(30), null))
			.toList());
	}

	private TestUser refreshed(String token) {
		return TestUser.of(this.api.refresh(token).send());
	}

}
