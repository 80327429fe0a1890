package org.parley.notification.push;

import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestThread;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.clock.MovableClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/** A push service on the wire takes the notifications of browsers. */
@NotificationTest
class PushIT {

	private static final WireMockServer PUSH_SERVICE = new WireMockServer(
			WireMockConfiguration.wireMockConfig().dynamicPort());

	private static final Pattern AUTHORIZATION = Pattern.compile("vapid t=([^,]+), k=(.+)");

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private MovableClock clock;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	@Qualifier("pushLoop")
	private ClusterLoop pushLoop;

	@Autowired
	private RegisterDevice registerDevice;

	@Autowired
	private UnitOfWork unitOfWork;

	private final TestBrowser browser = new TestBrowser();

	private String place = "";

	@BeforeAll
	static void startPushService() {
		PUSH_SERVICE.start();
	}

	@AfterAll
	static void stopPushService() {
		PUSH_SERVICE.stop();
	}

	@AfterEach
	void reset() {
		this.clock.reset();
		PUSH_SERVICE.resetAll();
	}

	@Test
	void browserReceivesNotificationThatOnlyItCanRead() throws ParseException, JOSEException {
		var alice = subscribed(201);
		var thread = reply(alice, 2);
		var request = awaitRequests(1).getFirst();
		assertThat(request.getHeader("Content-Encoding")).isEqualTo("aes128gcm");
		assertThat(request.getHeader("Content-Type")).isEqualTo("application/octet-stream");
		assertThat(request.getHeader("TTL")).isEqualTo("86400");
		assertThat(request.getHeader("Topic")).matches("[0-9A-Z]{26}");
		assertThat(request.getBodyAsString()).doesNotContain("title");
		var message = JsonMapper.shared().readTree(this.browser.read(request.getBody()));
		assertThat(message.path("id").asString()).isEqualTo(request.getHeader("Topic"));
		assertThat(message.path("title").asString()).contains("replied");
		assertThat(message.path("link").asString()).startsWith("/threads/" + thread.id());
		assertThat(message.path("language").asString()).isEqualTo("en");
		assertAuthorized(request, alice);
	}

	private void assertAuthorized(LoggedRequest request, TestUser user) throws ParseException, JOSEException {
		var publicKey = devices(user).path("publicKey").asString();
		var header = AUTHORIZATION.matcher(request.getHeader("Authorization"));
		assertThat(header.matches()).isTrue();
		assertThat(header.group(2)).isEqualTo(publicKey);
		var token = SignedJWT.parse(header.group(1));
		assertThat(token.verify(new ECDSAVerifier(TestBrowser.publicKey(publicKey)))).isTrue();
		assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(PUSH_SERVICE.baseUrl());
		assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant()).isBetween(this.clock.instant(),
				this.clock.instant().plus(Duration.ofHours(24)));
		assertThat(URI.create(token.getJWTClaimsSet().getSubject()).isAbsolute()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403, 404, 410 })
	void endedSubscriptionIsRemoved(int status) {
		var alice = subscribed(status);
		reply(alice, 2);
		soon().until(() -> devices(alice).path("devices").isEmpty());
		reply(alice, 2);
		soon().until(() -> this.fixture.unreadCount(alice) == 2 && isQueueEmpty(alice));
		assertThat(requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 503 })
	void failedPushIsSentAgain(int status) {
		this.place = "/push/" + new TestBrowser().key();
		PUSH_SERVICE.stubFor(post(urlEqualTo(this.place)).inScenario(this.place)
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(aResponse().withStatus(status).withHeader("Retry-After", "120"))
			.willSetStateTo("works"));
		PUSH_SERVICE.stubFor(post(urlEqualTo(this.place)).inScenario(this.place)
			.whenScenarioStateIs("works")
			.willReturn(aResponse().withStatus(201)));
		var alice = this.fixture.member();
		register(alice, this.place);
		reply(alice, 2);
		awaitRequests(1);
		soon().until(() -> isPostponed(alice));
		pass(Duration.ofSeconds(119));
		assertThat(requests()).hasSize(1);
		pass(Duration.ofSeconds(2));
		awaitRequests(2);
		soon().until(() -> isQueueEmpty(alice));
		assertThat(devices(alice).path("devices")).hasSize(1);
	}

	@Test
	void quietHoursDelayPushesAndReadingDropsThem() {
		var alice = subscribed(201);
		choose(alice, true, ServiceFixture.quietAround(this.clock.instant()));
		reply(alice, 2);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		assertThat(isQueueEmpty(alice)).isFalse();
		assertThat(requests()).isEmpty();
		pass(Duration.ofHours(3));
		awaitRequests(1);
		this.clock.reset();
		reply(alice, 2);
		soon().until(() -> this.fixture.unreadCount(alice) == 2);
		this.fixture.call(alice, "PUT", "/notifications/read-all", null);
		pass(Duration.ofHours(3));
		soon().until(() -> isQueueEmpty(alice));
		assertThat(requests()).hasSize(1);
	}

	@Test
	void kindsThatAreTurnedOffAreNotPushed() {
		var alice = subscribed(201);
		choose(alice, false, null);
		reply(alice, 2);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		assertThat(isQueueEmpty(alice)).isTrue();
		var preferences = this.fixture.get(alice, "/users/me/preferences").data().path("kinds");
		assertThat(preferences.valueStream()
			.filter((line) -> !line.path("push").asBoolean())
			.map((line) -> line.path("kind").asString())).containsExactlyInAnyOrder("reply", "vote", "reaction");
	}

	@Test
	void browserHasOneUserAndUserFewBrowsers() {
		var alice = subscribed(201);
		var bob = this.fixture.member();
		assertThat(register(bob, this.place).status()).isEqualTo(201);
		assertThat(devices(alice).path("devices")).isEmpty();
		IntStream.range(0, RegisterDevice.MOST).forEach((one) -> {
			this.clock.move(Duration.ofSeconds(1));
			register(bob, this.place + one);
		});
		var all = devices(bob).path("devices");
		assertThat(all).hasSize(RegisterDevice.MOST);
		assertThat(all.toString()).doesNotContain(PushDevice.idOf(PUSH_SERVICE.baseUrl() + this.place), "endpoint",
				"auth");
		var first = "/notifications/devices/" + all.path(0).path("id").asString();
		this.fixture.call(alice, "DELETE", first, null);
		assertThat(devices(bob).path("devices")).hasSize(RegisterDevice.MOST);
		assertThat(this.fixture.call(bob, "DELETE", first, null).status()).isEqualTo(204);
		assertThat(this.fixture.call(bob, "DELETE", first, null).status()).isEqualTo(404);
		assertThat(devices(bob).path("devices")).hasSize(RegisterDevice.MOST - 1);
		reply(alice, 2);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		assertThat(isQueueEmpty(alice)).isTrue();
	}

	@Test
	void browserEndsWithItsSessionAndWithAll() {
		var alice = subscribed(201);
		var session = Ids.next();
		this.mongo.updateFirst(Query.query(Criteria.where("userId").is(alice.id())),
				Update.update("sessionId", session), PushDevice.class);
		this.fixture.publish("session.revoked",
				Map.of("userId", alice.id(), "sessionId", Ids.next(), "reason", "logout"));
		reply(alice, 2);
		awaitRequests(1);
		this.fixture.publish("session.revoked",
				Map.of("userId", alice.id(), "sessionId", session, "reason", "ended-by-owner"));
		soon().until(() -> devices(alice).path("devices").isEmpty());
		register(alice, this.place);
		this.fixture.publish("session.revoked",
				Map.of("userId", alice.id(), "tokenVersion", 2, "reason", "logout-everywhere"));
		soon().until(() -> devices(alice).path("devices").isEmpty());
	}

	@Test
	void browserThatRegistersWhileTheLastOtherOneIsRemovedReceivesNotifications() {
		var alice = subscribed(201);
		soon().until(() -> this.mongo.getCollection("people").countDocuments(new Document("_id", alice.id())) == 1);
		var last = devices(alice).at("/devices/0/id").asString();
		answerPushes(201);
		var endpoint = PUSH_SERVICE.baseUrl() + this.place;
		var next = new PushDevice(PushDevice.idOf(endpoint), alice.id(), Ids.next(), endpoint, this.browser.key(),
				this.browser.secret(), null, this.clock.instant());
		this.unitOfWork.run(() -> {
			var _ = this.mongo.findById(last, PushDevice.class);
			this.fixture.call(alice, "DELETE", "/notifications/devices/" + last, null);
			return this.registerDevice.register(next);
		});
		assertThat(devices(alice).at("/devices/0/id").asString()).isEqualTo(next.id());
		reply(alice, 2);
		awaitRequests(1);
	}

	@ParameterizedTest
	@CsvSource({ "ftp://push.example.org/1, push.endpoint-invalid", "javascript:alert(1), push.endpoint-invalid",
			"https://user@push.example.org/, push.endpoint-invalid", "https:///x, push.endpoint-invalid",
			"https://push.example.org/#x, push.endpoint-invalid" })
	void otherEndpointsAreRefused(String endpoint, String code) {
		var answer = this.fixture.call(this.fixture.member(), "POST", "/notifications/devices", Map.of("endpoint",
				endpoint, "keys", Map.of("p256dh", this.browser.key(), "auth", this.browser.secret())));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo(code);
		assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("endpoint");
	}

	/** {@code PushSubscription.toJSON()} has the property always. */
	@Test
	void subscriptionIsTakenAsBrowsersWriteIt() {
		var subscription = new HashMap<String, Object>(Map.of("endpoint", PUSH_SERVICE.baseUrl() + this.place, "keys",
				Map.of("p256dh", this.browser.key(), "auth", this.browser.secret())));
		subscription.put("expirationTime", null);
		var alice = this.fixture.member();
		assertThat(this.fixture.call(alice, "POST", "/notifications/devices", subscription).status()).isEqualTo(201);
		subscription.put("expirationTime", 1_797_000_000_000L);
		assertThat(this.fixture.call(alice, "POST", "/notifications/devices", subscription).status()).isEqualTo(201);
	}

	@Test
	void otherKeysAreRefused() {
		var answer = this.fixture.call(this.fixture.member(), "POST", "/notifications/devices", Map.of("endpoint",
				"https://push.example.org/1", "keys", Map.of("p256dh", "BCVx", "auth", this.browser.secret())));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo("push.keys-invalid");
	}

	private TestUser subscribed(int status) {
		answerPushes(status);
		var user = this.fixture.member();
		assertThat(register(user, this.place).status()).isEqualTo(201);
		return user;
	}

	private void answerPushes(int status) {
		this.place = "/push/" + new TestBrowser().key();
		PUSH_SERVICE.stubFor(post(urlEqualTo(this.place)).willReturn(aResponse().withStatus(status)));
	}

	private ServiceFixture.Response register(TestUser user, String path) {
		return this.fixture.call(user, "POST", "/notifications/devices",
				Map.of("endpoint", PUSH_SERVICE.baseUrl() + path, "name", "Firefox on a phone", "keys",
						Map.of("p256dh", this.browser.key(), "auth", this.browser.secret())));
	}

	private JsonNode devices(TestUser user) {
		return this.fixture.get(user, "/notifications/devices").data();
	}

	private TestThread reply(TestUser author, int number) {
		var thread = this.fixture.thread(author, this.fixture.category("anyone"));
		reply(thread, number);
		return thread;
	}

	private void reply(TestThread thread, int number) {
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, number), "Try Stupice.");
	}

	private void choose(TestUser user, boolean push, @Nullable Map<String, String> quietHours) {
		var reply = Map.of("kind", "reply", "inApp", true, "live", true, "mail", "none", "push", push);
		var body = (quietHours != null) ? Map.of("kinds", List.of(reply), "quietHours", quietHours)
				: Map.of("kinds", List.of(reply));
		assertThat(this.fixture.call(user, "PUT", "/users/me/preferences", body).status()).isEqualTo(200);
	}

	private List<LoggedRequest> requests() {
		return PUSH_SERVICE.findAll(postRequestedFor(urlEqualTo(this.place)));
	}

	private List<LoggedRequest> awaitRequests(int count) {
		return soon().until(this::requests, (found) -> found.size() == count);
	}

	private boolean isQueueEmpty(TestUser user) {
		return this.mongo.getCollection("pushes").countDocuments(new Document("userId", user.id())) == 0;
	}

	/** Whether the answer of the push service has been read. */
	private boolean isPostponed(TestUser user) {
		var postponed = new Document("userId", user.id()).append("devices", new Document("$exists", true));
		return this.mongo.getCollection("pushes").countDocuments(postponed) == 1;
	}

	private void pass(Duration time) {
		this.clock.move(time);
		this.pushLoop.signal();
	}

}
