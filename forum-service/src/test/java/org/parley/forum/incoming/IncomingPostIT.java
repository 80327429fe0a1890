package org.parley.forum.incoming;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Programs post at addresses that moderators create. */
class IncomingPostIT extends ForumIT {

	private static final Map<String, String> PLAIN = Map.of("name", "CI", "template", "plain");

	private static final Map<String, String> POST = Map.of("title", "Build 7 failed", "content", "See the **log**.");

	@Autowired
	private RabbitTemplate rabbit;

	@Test
	void programStartsAMarkedThreadOnce() {
		var category = this.forum.category();
		var path = create(this.forum.moderator(), category, Map.of("name", "CI *x*", "template", "plain"));
		var first = send(path, POST, "Idempotency-Key", "build-7");
		assertThat(first.status()).as(first.toString()).isEqualTo(200);
		var again = send(path, POST, "Idempotency-Key", "build-7");
		assertThat(again.data().path("repeated").asBoolean()).isTrue();
		assertThat(again.data().path("threadId")).isEqualTo(first.data().path("threadId"));
		var threads = this.forum.get(TestUser.GUEST, "/threads?category=" + category).data();
		assertThat(threads.findValuesAsString("title")).containsExactly("Build 7 failed");
		var opening = posts(first.data().path("threadId").asString()).getFirst();
		assertThat(opening.at("/author/username").asString()).isEqualTo(this.forum.moderator().username());
		assertThat(opening.path("html").asString()).contains("<strong>log</strong>",
				"Posted automatically by “CI *x*”");
	}

	@Test
	void programRepliesToOneThread() {
		var category = this.forum.category();
		var thread = this.forum.thread(this.forum.moderator(), category);
		var path = create(this.forum.moderator(), category,
				Map.of("name", "CI", "template", "plain", "threadId", thread));
		assertThat(send(path, POST).data().path("threadId").asString()).isEqualTo(thread);
		assertThat(posts(thread)).hasSize(2)
			.last()
			.satisfies(
					(reply) -> assertThat(reply.path("html").asString()).contains("<strong>Build 7 failed</strong>"));
		this.forum.post(this.forum.moderator(), "/threads/" + thread + "/archive", null);
		assertThat(send(path, POST).status()).isEqualTo(409);
	}

	@Test
	void programRepliesWhereItsThreadWasMerged() {
		var category = this.forum.category();
		var thread = this.forum.thread(this.forum.moderator(), category);
		var target = this.forum.thread(this.forum.moderator(), category);
		var path = create(this.forum.moderator(), category,
				Map.of("name", "CI", "template", "plain", "threadId", thread));
		this.forum.post(this.forum.moderator(), "/threads/" + thread + "/merge", Map.of("into", target));
		soon().until(() -> posts(target).size() == 2);
		soon().untilAsserted(() -> assertThat(send(path, POST).data().path("threadId").asString()).isEqualTo(target));
		assertThat(posts(target)).hasSize(3);
	}

	@Test
	void threadOfAnotherCategoryIsRefused() {
		var other = this.forum.thread(this.forum.moderator(), this.forum.category());
		var refused = this.forum.post(this.forum.moderator(),
				"/categories/" + this.forum.category() + "/incoming-addresses",
				Map.of("name", "CI", "template", "plain", "threadId", other));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.toString()).contains("threadId");
	}

	@Test
	void onlyModeratorsOfTheCategoryManageAddresses() {
		var own = this.forum.category();
		var mine = TestUser.with();
		this.forum.appoint(mine, own);
		var address = "/" + create(mine, own, PLAIN).split("/", -1)[2];
		var here = "/categories/" + this.forum.category() + "/incoming-addresses";
		var hidden = "/categories/" + this.forum.category("moderators", "moderators") + "/incoming-addresses";
		assertManagedByOthers(mine, "GET", here, hidden, null);
		assertManagedByOthers(mine, "POST", here, hidden, PLAIN);
		assertManagedByOthers(mine, "DELETE", here + address, hidden + address, null);
		assertThat(this.forum.call(this.forum.moderator(), "DELETE", here + address, null).code()).as("wrong category")
			.isEqualTo("incoming.not-found");
	}

	private void assertManagedByOthers(TestUser moderatorElsewhere, String method, String path, String hidden,
			@Nullable Object body) {
		assertThat(this.forum.call(TestUser.GUEST, method, path, body).status()).isEqualTo(401);
		assertThat(this.forum.call(TestUser.with(), method, path, body).code()).isEqualTo("auth.forbidden");
		assertThat(this.forum.call(moderatorElsewhere, method, path, body).code()).isEqualTo("auth.forbidden");
		assertThat(this.forum.call(moderatorElsewhere, method, hidden, body).code()).isEqualTo("category.not-found");
	}

	@Test
	void dismissedModeratorsAddressPostsNothing() {
		var category = this.forum.category();
		var mine = TestUser.with();
		this.forum.appoint(mine, category);
		var path = create(mine, category, PLAIN);
		assertThat(send(path, POST).status()).isEqualTo(200);
		this.forum.call(this.forum.admin(), "DELETE", "/categories/" + category + "/moderators/" + mine.username(),
				null);
		assertThat(send(path, POST).code()).isEqualTo("auth.forbidden");
	}

	@Test
	void groupsOfTheModeratorCount() {
		var group = Ids.next();
		var category = this.forum.category("admins", "admins");
		this.forum.patch(this.forum.admin(), "/categories/" + category,
				Map.of("readGroups", List.of(group), "postGroups", List.of(group)));
		var id = Ids.next();
		var name = "p" + id.substring(12).toLowerCase(Locale.ROOT);
		var mine = new TestUser(id, name, TestTokens.claims(id, name).claim("groups", List.of(group)).sign());
		this.forum.appoint(mine, category);
		assertThat(send(create(mine, category, PLAIN), POST).status()).isEqualTo(200);
	}

	@Test
	void lostRoleAndBanEndTheRightToPost() {
		var category = this.forum.category();
		var mona = TestUser.with("moderator");
		var path = create(mona, category, PLAIN);
		assertThat(send(path, POST).status()).isEqualTo(200);
		publishRole(mona, "user", 5);
		soon().until(() -> send(path, Map.of("title", "Other", "content", "x")).code().equals("auth.forbidden"));
		publishRole(mona, "moderator", 4);
		publishRole(mona, "moderator", 6);
		soon().until(() -> send(path, POST).status() == 200);
		ban(mona);
		assertThat(send(path, POST).code()).isEqualTo("member.banned");
	}

	@Test
	void revokedAddressIsGoneAtOnce() {
		var category = this.forum.category();
		var path = create(this.forum.moderator(), category, PLAIN);
		var addresses = "/categories/" + category + "/incoming-addresses";
		var listed = this.forum.get(this.forum.moderator(), addresses);
		assertThat(listed.data()).hasSize(1);
		assertThat(listed.toString()).doesNotContain(path.split("/", -1)[3], "token");
		assertThat(this.forum
			.call(this.forum.moderator(), "DELETE", addresses + "/" + listed.data().get(0).path("id").asString(), null)
			.status()).isEqualTo(204);
		assertThat(send(path, POST).code()).isEqualTo("incoming.not-found");
	}

	@Test
	void wrongTokenAndUnknownAddressAreTheSame() {
		var path = create(this.forum.moderator(), this.forum.category(), PLAIN);
		for (var wrong : List.of(path + "x", path.substring(0, path.length() - 1), "/incoming/" + Ids.next() + "/x")) {
			assertThat(send(wrong, POST).code()).as(wrong).isEqualTo("incoming.not-found");
		}
	}

	@Test
	void signedAddressRefusesUnsignedRequests() throws Exception {
		var addresses = "/categories/" + this.forum.category() + "/incoming-addresses";
		var created = this.forum.post(this.forum.moderator(), addresses,
				Map.of("name", "CI", "template", "plain", "signed", true));
		var secret = created.data().path("secret").asString();
		assertThat(secret).hasSizeGreaterThan(40);
		var path = created.data().path("path").asString().replace("/api/v1", "");
		var body = JsonMapper.shared().writeValueAsString(POST);
		for (var wrong : List.of("", "sha256=" + hmac("another", body))) {
			var refused = this.forum.call(TestUser.GUEST, "POST", path, body, "X-Hub-Signature-256", wrong);
			assertThat(refused.status()).as(wrong).isEqualTo(401);
			assertThat(refused.code()).isEqualTo("incoming.bad-signature");
		}
		assertThat(this.forum.call(TestUser.GUEST, "POST", path, "{", "X-Hub-Signature-256", "sha256=x").code())
			.as("before the body is read")
			.isEqualTo("incoming.bad-signature");
		var signed = this.forum.call(TestUser.GUEST, "POST", path, body, "X-Hub-Signature-256",
				"sha256=" + hmac(secret, body));
		assertThat(signed.status()).as(signed.toString()).isEqualTo(200);
		var listed = this.forum.get(this.forum.moderator(), addresses);
		assertThat(listed.data().get(0).path("signed").asBoolean()).isTrue();
		assertThat(listed.toString()).doesNotContain(secret);
		var stored = this.mongo.getCollection("incoming_addresses")
			.find(new org.bson.Document("_id", path.split("/", -1)[2]))
			.first();
		assertThat(String.valueOf(stored)).contains("sealedSecret").doesNotContain(secret, path.split("/", -1)[3]);
	}

	private static String hmac(String secret, String body) throws Exception {
		var mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
	}

	/** {@code ReadIncomingPostTests} has the other bodies. */
	@Test
	void badBodyIsRefused() {
		var path = create(this.forum.moderator(), this.forum.category(), PLAIN);
		for (var body : List.of("{", "{\"title\": \"ab\", \"content\": \"too short a title\"}",
				"{\"title\": \"a\\u0000bc\", \"content\": \"x\"}")) {
			var refused = this.forum.call(TestUser.GUEST, "POST", path, body);
			assertThat(refused.status()).as(body).isEqualTo(400);
			if (body.length() > 1) {
				assertThat(refused.toString()).contains("\"field\":\"title\"", "storable-text");
			}
		}
	}

	@Test
	void concurrentRequestsPostOnceAndKeepTheLimit() throws Exception {
		var category = this.forum.category();
		var path = create(this.forum.moderator(), category, Map.of("name", "CI", "template", "github-releases"));
		var ping = Map.of("zen", "Keep it simple.");
		var address = path.split("/", -1)[2];
		this.mongo.insertAll(IntStream.range(0, 56)
			.mapToObj((number) -> new IncomingDelivery(address + ":" + number, address, null, null, Instant.now()))
			.toList());
		var release = Map.of("action", "published", "release", Map.of("tag_name", "v1.0.0", "body", "All."));
		try (var threads = Executors.newFixedThreadPool(4)) {
			var requests = new ArrayList<Callable<TestResponse>>();
			for (int i = 0; i < 4; i++) {
				requests.add(() -> send(path, release, "X-GitHub-Delivery", "one", "X-GitHub-Event", "release"));
			}
			for (var done : threads.invokeAll(requests)) {
				assertThat(done.get().status()).isIn(200, 503);
			}
		}
		assertThat(this.forum.get(TestUser.GUEST, "/threads?category=" + category).data()).hasSize(1);
		while (send(path, ping, "X-GitHub-Event", "ping").status() == 200) {
			// Uses up the rest of the limit
		}
		var limited = send(path, ping, "X-GitHub-Event", "ping");
		assertThat(limited.status()).isEqualTo(429);
		assertThat(limited.header("Retry-After")).isNotNull();
		assertThat(send(path, release, "X-GitHub-Delivery", "one").data().path("repeated").asBoolean()).isTrue();
		assertThat(this.mongo.getCollection("incoming_deliveries")
			.countDocuments(new org.bson.Document("address", address))).isEqualTo(60);
	}

	private String create(TestUser caller, String category, Map<String, ?> body) {
		var created = this.forum.post(caller, "/categories/" + category + "/incoming-addresses", body,
				"Idempotency-Key", Ids.next());
		assertThat(created.status()).as(created.toString()).isEqualTo(201);
		return created.data().path("path").asString().replace("/api/v1", "");
	}

	private TestResponse send(String path, Object body, String... headers) {
		return this.forum.call(TestUser.GUEST, "POST", path, body, headers);
	}

	private List<JsonNode> posts(String thread) {
		return this.forum.get(TestUser.GUEST, "/threads/" + thread + "/posts").data().valueStream().toList();
	}

	private void publishRole(TestUser user, String role, long version) {
		var event = (ObjectNode) JsonMapper.shared().readTree(EventContract.example("user.role-changed"));
		event.put("id", Ids.next());
		event.withObject("/data/user").put("id", user.id()).put("username", user.username()).put("status", "active");
		event.withObject("/data").put("version", version).putArray("roles").add(role);
		this.rabbit.send(Topology.lettersOf("forum_members"), Topology.AGAIN,
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

}
