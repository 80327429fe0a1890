package org.parley.webhook.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import org.parley.webhook.WebhookIT;
import org.parley.webhook.delivery.WebhookDelivery;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/** People have subscriptions of their own. */
class OwnSubscriptionIT extends WebhookIT {

	private static final Map<String, Object> GOOD = Map.of("url", "http://127.0.0.1:1/hook", "events",
			List.of("post.created", "social-post.created", "room-message.written"));

	@Autowired
	private AmqpAdmin broker;

	private final TestUser alice = TestUser.with("user");

	private final TestUser bob = TestUser.with("user");

	@Test
	void personManagesOwnSubscription() {
		var created = create(this.alice, GOOD);
		assertThat(created.status()).as(created.toString()).isEqualTo(201);
		var path = "/subscriptions/" + created.id();
		assertThat(this.api.call(this.alice, "GET", "/subscriptions", null).data().findValuesAsString("id"))
			.containsExactly(created.id());
		assertThat(this.api.call(this.alice, "POST", path + "/test", null).status()).isEqualTo(202);
		assertThat(this.api.call(this.alice, "POST", path + "/rotate", null).status()).isEqualTo(200);
		var changed = this.api.call(this.alice, "PATCH", path,
				Map.of("tags", List.of("Shade"), "categories", List.of(Ids.next()), "description", "Mine"));
		assertThat(changed.data().path("tags").toString()).isEqualTo("[\"shade\"]");
		assertThat(this.api.call(this.alice, "DELETE", path, null).status()).isEqualTo(204);
	}

	@TestFactory
	List<DynamicTest> subscriptionOfAnotherDoesNotExist() {
		var path = "/subscriptions/" + create(this.alice, GOOD).id();
		var moderator = TestUser.with("moderator");
		var tests = new ArrayList<DynamicTest>();
		for (var endpoint : List.of("GET " + path, "PATCH " + path, "DELETE " + path, "POST " + path + "/rotate",
				"POST " + path + "/test", "GET " + path + "/deliveries", "GET " + path + "/deliveries/" + Ids.next(),
				"POST " + path + "/deliveries/" + Ids.next() + "/redeliver")) {
			for (var other : List.of(this.bob, moderator)) {
				tests.add(DynamicTest.dynamicTest(endpoint, () -> {
					var parts = endpoint.split(" ", 2);
					var reply = this.api.call(other, parts[0], parts[1], parts[0].equals("PATCH") ? Map.of() : null);
					assertThat(reply.code()).isEqualTo("subscription.not-found");
				}));
			}
		}
		tests.add(DynamicTest.dynamicTest("an administrator has all", () -> {
			assertThat(this.api.get(path).status()).isEqualTo(200);
			assertThat(this.api.get("/subscriptions?of=mine").data()).isEmpty();
			assertThat(this.api.call(this.bob, "GET", "/subscriptions?of=all", null).data()).isEmpty();
		}));
		return tests;
	}

	@Test
	void actOnSubscriptionOfAnotherIsReported() {
		var acts = new PublishedEvents(this.broker, this.rabbit, "webhook.events", "administrator.acted");
		var root = TestUser.with("admin");
		var own = create(root, GOOD).id();
		this.api.call(root, "PATCH", "/subscriptions/" + own, Map.of("description", "Mine"));
		this.api.call(root, "DELETE", "/subscriptions/" + own, null);
		var id = create(this.alice, GOOD).id();
		this.api.call(root, "POST", "/subscriptions/" + id + "/redeliver", Map.of("from", "2026-01-01T00:00:00Z"));
		this.api.call(root, "PATCH", "/subscriptions/" + id, Map.of("status", "disabled"));
		this.api.call(root, "DELETE", "/subscriptions/" + id, null);
		soon().untilAsserted(() -> assertThat(acts.actsOf(root.id())).containsExactly("webhook-redelivered " + id,
				"webhook-changed " + id, "webhook-removed " + id));
		assertThat(acts.of(root.id())).extracting((event) -> event.at("/data/userId").asString())
			.containsOnly(this.alice.id());
	}

	/** The scope covers the own subscriptions and no right of the role. */
	@Test
	void programWithScopeManagesOwnSubscriptionsOnly() {
		var id = Ids.next();
		var program = new TestUser(id, "root",
				TestTokens.claims(id, "root", "admin").claim("scope", "webhooks").sign());
		var created = create(program, GOOD);
		assertThat(created.status()).as(created.toString()).isEqualTo(201);
		var path = "/subscriptions/" + created.id();
		assertThat(this.api.call(program, "POST", path + "/test", null).status()).isEqualTo(202);
		assertThat(this.api.call(program, "PATCH", path, Map.of("description", "Mine")).status()).isEqualTo(200);
		var others = "/subscriptions/" + create(this.alice, GOOD).id();
		assertThat(this.api.call(program, "GET", others, null).code()).isEqualTo("subscription.not-found");
		assertThat(this.api.call(program, "GET", "/subscriptions?of=all", null).data().findValuesAsString("id"))
			.containsExactly(created.id());
		assertThat(
				create(program, Map.of("url", "https://example.org", "events", List.of("user.registered"))).toString())
			.contains("subscription.admin-topics");
		assertThat(this.api.call(program, "GET", "/logs", null).code()).isEqualTo("auth.scope-missing");
		assertThat(limit(created.id())).isEqualTo("MEMBERS");
		var itself = new TestUser(id, "root", TestTokens.claims(id, "root", "admin").sign());
		this.api.call(itself, "PATCH", path, Map.of("description", "Mine again"));
		assertThat(limit(created.id())).as("after a change by the person").isEqualTo("ADMINS");
		this.api.call(program, "PATCH", path, Map.of("url", "https://program.example.org"));
		assertThat(limit(created.id())).as("after a change by the program").isEqualTo("MEMBERS");
		assertThat(this.api.call(program, "DELETE", path, null).status()).isEqualTo(204);
	}

	@Test
	void subscriptionOfProgramEndsWithItsToken() {
		var id = Ids.next();
		var token = Ids.next();
		var person = new TestUser(id, "ann", TestTokens.of(id, "ann"));
		var byProgram = create(program(id, token), GOOD).id();
		var byPerson = create(person, GOOD).id();
		publish("session.revoked", (data) -> data.put("userId", id).put("sessionId", token));
		soon().until(() -> "DISABLED".equals(stored(byProgram, "status")));
		assertThat(this.api.call(person, "GET", "/subscriptions/" + byProgram, null).data().path("reason").asString())
			.contains("revoked");
		assertThat(stored(byPerson, "status")).isEqualTo("ACTIVE");
	}

	@Test
	void subscriptionsOfProgramsEndWithAllSessions() {
		var id = Ids.next();
		var byOld = create(program(id, "0".repeat(26)), GOOD).id();
		var byNew = create(program(id, "7" + "Z".repeat(25)), GOOD).id();
		var byPerson = create(new TestUser(id, "ann", TestTokens.of(id, "ann")), GOOD).id();
		publish("session.revoked", (data) -> data.put("userId", id).put("tokenVersion", 2).remove("sessionId"));
		soon().until(() -> "DISABLED".equals(stored(byOld, "status")));
		assertThat(stored(byNew, "status")).isEqualTo("ACTIVE");
		assertThat(stored(byPerson, "status")).isEqualTo("ACTIVE");
	}

	private static TestUser program(String userId, String token) {
		return new TestUser(userId, "ann",
				TestTokens.claims(userId, "ann").claim("scope", "webhooks").claim("sid", token).sign());
	}

	private String limit(String id) {
		return stored(id, "limit");
	}

	private String stored(String id, String property) {
		return String.valueOf(Objects
			.requireNonNull(this.mongo.getCollection("subscriptions").find(new org.bson.Document("_id", id)).first())
			.get(property));
	}

	@TestFactory
	List<DynamicTest> topicsOfAdministratorsAreRefused() {
		return List.of("user.registered", "user.banned", "case.decided", "message-case.opened", "social-case.reversed")
			.stream()
			.map((type) -> DynamicTest.dynamicTest(type, () -> {
				var body = Map.of("url", "https://example.org", "events", List.of("post.created", type));
				for (var user : List.of(this.alice, TestUser.with("moderator"))) {
					var refused = create(user, body);
					assertThat(refused.status()).isEqualTo(400);
					assertThat(refused.toString()).contains("subscription.admin-topics", "events");
				}
				var path = "/subscriptions/" + create(this.alice, GOOD).id();
				assertThat(this.api.call(this.alice, "PATCH", path, Map.of("events", List.of(type))).toString())
					.contains("subscription.admin-topics");
				this.api.call(this.alice, "DELETE", path, null);
				var mine = this.api.post("/subscriptions", body);
				assertThat(mine.status()).isEqualTo(201);
				this.api.call(this.api.admin(), "DELETE", "/subscriptions/" + mine.id(), null);
			}))
			.toList();
	}

	@Test
	void concurrentRequestsKeepTheLimit() throws Exception {
		try (var threads = Executors.newFixedThreadPool(8)) {
			var requests = new ArrayList<Callable<TestResponse>>();
			for (int i = 0; i < 16; i++) {
				requests.add(() -> create(this.bob, GOOD));
			}
			for (var done : threads.invokeAll(requests)) {
				assertThat(done.get().status()).isIn(201, 409, 503);
			}
		}
		while (create(this.bob, GOOD).status() == 201) {
			// Fills what conflicts have left
		}
		assertThat(create(this.bob, GOOD).code()).isEqualTo("subscription.too-many");
		assertThat(this.mongo.count(new Query(Criteria.where("owner").is(this.bob.id())), WebhookSubscription.class))
			.isEqualTo(10);
		assertThat(create(this.alice, GOOD).status()).isEqualTo(201);
	}

	@Test
	void bannedPersonSubscribesNothing() {
		publish("user.banned", (data) -> {
			data.withObject("/user").put("id", this.bob.id());
			data.put("version", 7);
		});
		soon().until(() -> create(this.bob, GOOD).code().equals("member.banned"));
	}

	@Test
	void closedCategoryLeavesNoTraceForOthers() {
		var closed = Ids.next();
		var open = Ids.next();
		publish("category.created",
				(data) -> data.withObject("/category").put("id", closed).put("readers", "moderator"));
		publish("category.created", (data) -> data.withObject("/category").put("id", open).put("readers", "anyone"));
		soon().until(() -> this.mongo.getCollection("forum_categories")
			.countDocuments(new org.bson.Document("_id", new org.bson.Document("$in", List.of(open, closed)))) == 2);
		var filtered = create(this.alice, Map.of("url", "http://127.0.0.1:1/hook", "events", List.of("post.created"),
				"categories", List.of(open, closed), "tags", List.of("SHADE")))
			.id();
		var other = create(this.alice,
				Map.of("url", "http://127.0.0.1:1/hook", "events", List.of("post.created"), "tags", List.of("another")))
			.id();
		publishPost(closed);
		publishPost(Ids.next());
		var last = publishPost(open);
		soon().until(() -> !deliveries(filtered).isEmpty());
		assertThat(deliveries(filtered)).extracting((delivery) -> delivery.message().id()).containsExactly(last);
		assertThat(deliveries(other)).isEmpty();
	}

	private String publishPost(String category) {
		return publish("post.created", (data) -> {
			data.withObject("/post").put("id", Ids.next());
			data.withObject("/thread").put("id", Ids.next()).putArray("tags").add("tomatoes").add("shade");
			data.withObject("/thread/category").put("id", category);
		});
	}

	private List<WebhookDelivery> deliveries(String subscription) {
		return this.mongo.find(new Query(Criteria.where("subscription").is(subscription)), WebhookDelivery.class);
	}

	private TestResponse create(TestUser user, Map<String, ?> body) {
		return this.api.call(user, "POST", "/subscriptions", body);
	}

}
