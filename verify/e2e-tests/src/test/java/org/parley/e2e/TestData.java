package org.parley.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;
import org.parley.platform.test.endpoint.Endpoint;
import org.parley.running.TestUsers;

/**
 * A category, a thread, a post and other resources for invalid requests, and their users.
 */
final class TestData {

	/** Those of the example of RFC 8291. */
	private static final Map<String, String> PUSH_KEYS = Map.of("p256dh",
			"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", "auth",
			"BTBZMqHH6r4Tts7J_aSIgg");

	private static final Map<String, String> JOBS = Map.of("auth-service", "update-user-activity", "forum-service",
			"generate-statistics", "notification-service", "digest-mail", "social-service", "trim-feeds",
			"media-service", "clean-up-media", "chat-service", "remove-old-messages");

	private final TestUsers testUsers;

	private final Map<String, String> ids = new HashMap<>();

	/**
	 * The owners by the first part of a path. Each has resources of one kind, because
	 * attempts on them together exceed the rate limit of one user.
	 */
	private final Map<String, ApiUser> owners = new HashMap<>();

	private final ApiUser owner;

	private final String token;

	TestData(GatewayClient gatewayClient, ApiUser admin) {
		this.testUsers = new TestUsers(gatewayClient, admin);
		var registered = this.testUsers.register();
		this.token = registered.text("/data/accessToken");
		this.owner = this.testUsers.guest().signedIn(this.token);
		this.ids.put("users", registered.text("/data/user/username"));
		this.ids.put("members", registered.text("/data/user/username"));
		this.ids.put("admin", registered.text("/data/user/id"));
		createResources(admin);
	}

	private void createResources(ApiUser admin) {
		var category = admin.post("/categories",
				Map.of("slug", TestUsers.unique("attempts"), "name", TestUsers.unique("Attempts")));
		this.ids.put("categories", category.is(201).text("/data/slug"));
		this.ids.put("model-switches", category.text("/data/id"));
		var thread = newOwner("threads").post("/threads", Map.of("category", this.ids.get("categories"), "title",
				"A thread to try", "content", "Go on.", "tags", List.of("attempts")));
		this.ids.put("tags", "attempts");
		this.ids.put("threads", thread.is(201).text("/data/id"));
		var post = newOwner("posts").post("/posts",
				Map.of("threadId", this.ids.get("threads"), "content", "A post to try"));
		this.ids.put("posts", post.is(201).text("/data/id"));
		var draft = this.owner.post("/drafts", Map.of("content", "A draft to try"));
		this.ids.put("drafts", draft.is(201).text("/data/id"));
		var subscription = newOwner("webhook").post("/webhook/subscriptions",
				Map.of("url", "https://example.org/hook", "events", List.of("thread.archived")));
		this.ids.put("webhook", subscription.is(201).text("/data/id"));
		var member = newOwner("chat");
		var conversation = member.post("/chat/conversations", Map.of("kind", "group"));
		this.ids.put("conversations", conversation.is(201).text("/data/id"));
		var message = member.post("/chat/conversations/" + this.ids.get("conversations") + "/messages",
				Map.of("text", "A message to try"));
		this.ids.put("messages", message.is(201).text("/data/id"));
		var registered = this.testUsers.register();
		this.ids.put("social people", registered.text("/data/user/username"));
		var author = owner("social", registered);
		var socialPost = author.post("/social/posts", Map.of("text", "A social post to try"));
		this.ids.put("social posts", socialPost.is(201).text("/data/id"));
		var comment = author.post("/social/posts/" + this.ids.get("social posts") + "/comments",
				Map.of("text", "A comment to try"));
		this.ids.put("social comments", comment.is(201).text("/data/id"));
		var media = newOwner("media").post("/media/uploads",
				Map.of("purpose", "forum", "contentType", "image/png", "size", 10, "sha256", "0".repeat(64)));
		this.ids.put("media", media.is(201).text("/data/id"));
		var app = this.owner.post("/users/me/apps", Map.of("name", "Reading list", "kind", "web", "redirectUris",
				List.of("https://example.org/back"), "scopes", List.of("profile"), "password", TestUsers.PASSWORD));
		this.ids.put("apps", app.is(201).text("/data/id"));
		var policy = admin.post("/admin/policies", Map.of("name", "A policy to try"));
		this.ids.put("policies", policy.is(201).text("/data/id"));
		var provider = admin.post("/admin/identity-providers", Map.of("id", TestUsers.unique("p"), "kind", "google",
				"name", "A provider to try", "clientId", "elsewhere", "clientSecret", "elsewhere", "enabled", false));
		this.ids.put("identity-providers", provider.is(201).text("/data/id"));
		var group = admin.post("/admin/groups", Map.of("name", TestUsers.unique("Group")));
		this.ids.put("groups", group.is(201).text("/data/id"));
		this.ids.put("brand", "logo");
		this.ids.put("incoming", "01JZZZZZZZZZZZZZZZZZZZZZZY");
		this.ids.put("notifications", "01JZZZZZZZZZZZZZZZZZZZZZZY");
		this.ids.put("moderation", "01JZZZZZZZZZZZZZZZZZZZZZZY");
		this.ids.put("auth", this.owner.get("/auth/sessions").is(200).text("/data/0/id"));
	}

	private ApiUser newOwner(String kind) {
		return owner(kind, this.testUsers.register());
	}

	private ApiUser owner(String kind, GatewayResponse registered) {
		var signedIn = this.testUsers.guest().signedIn(registered.text("/data/accessToken"));
		this.owners.put(kind, signedIn);
		return signedIn;
	}

	TestUsers people() {
		return this.testUsers;
	}

	/** Returns the access token of a user. */
	String token() {
		return this.token;
	}

	/**
	 * Returns a user who may use the endpoint, but perhaps not on resources of others.
	 */
	ApiUser allowed(Endpoint endpoint) {
		return switch (endpoint.who()) {
			case ANYONE -> this.testUsers.guest();
			case USER, OWNER, MEMBER -> this.testUsers.user(endpoint);
			case MODERATOR -> this.testUsers.moderator(endpoint);
			case ADMIN -> this.testUsers.admin(endpoint);
		};
	}

	/** Returns a user who may use the endpoint on these resources. */
	ApiUser owner(Endpoint endpoint) {
		return switch (endpoint.who()) {
			case OWNER, MEMBER -> known(this.owners, endpoint.path().split("/", -1)[1]);
			default -> allowed(endpoint);
		};
	}

	/** Returns the endpoint's path with the id of one of these resources. */
	String path(Endpoint endpoint) {
		return endpoint.hasVariables() ? endpoint.pathOf(id(endpoint.path())) : endpoint.path();
	}

	private String id(String path) {
		var steps = path.split("/", -1);
		if (path.contains("/jobs/")) {
			return known(JOBS, steps[2]);
		}
		if (path.startsWith("/users/me/apps/") || path.startsWith("/admin/oauth-clients/")) {
			return known(this.ids, "apps");
		}
		if (path.startsWith("/admin/policies/") || path.startsWith("/admin/identity-providers/")
				|| path.startsWith("/admin/groups/")) {
			return known(this.ids, steps[2]);
		}
		if (path.startsWith("/admin/summary-service/model-switches/")) {
			return known(this.ids, "model-switches");
		}
		if (path.startsWith("/social/")) {
			return known(this.ids, "social " + steps[2]);
		}
		return known(this.ids, Set.of("feeds", "chat").contains(steps[1]) ? steps[2] : steps[1]);
	}

	/** A body that the endpoint would take. */
	Map<String, Object> body(Endpoint endpoint) {
		var body = new LinkedHashMap<String, Object>();
		endpoint.body()
			.stream()
			.filter((field) -> field.required() || endpoint.method().equals("PATCH"))
			.forEach((field) -> body.put(field.name(), example(field.name(), endpoint)));
		return body;
	}

	private Object example(String field, Endpoint endpoint) {
		return switch (field) {
			case "threadId" -> known(this.ids, "threads");
			case "postId" -> known(this.ids, "posts");
			case "reason" -> "spam";
			case "category" -> known(this.ids, "categories");
			case "email" -> TestUsers.unique("test-user") + "@example.org";
			case "username", "slug", "login" -> TestUsers.unique("some");
			case "password", "currentPassword", "newPassword" -> TestUsers.PASSWORD;
			case "credential" -> Map.of("id", "AAAA", "response", Map.of("clientDataJSON", "e30", "attestationObject",
					"oA", "authenticatorData", "AA", "signature", "AA", "userHandle", "AA"));
			// An id in base64url, as that of a new passkey's user.
			case "account" -> "MDFKWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlo";
			case "colour" -> "#336699";
			case "admin" ->
				Map.of("username", "founder", "email", "founder@example.org", "password", TestUsers.PASSWORD);
			case "forum" -> Map.of("name", "The Tea Party");
			case "categories" -> endpoint.path().startsWith("/webhook/") ? List.of(known(this.ids, "model-switches"))
					: List.of(Map.of("slug", "gardening", "name", "Gardening"));
			case "format" -> "standard";
			case "template" -> "plain";
			case "mode" -> "open";
			case "groupsClaim" -> "groups";
			case "groups" -> List.of(known(this.ids, "groups"));
			case "groupRules", "readGroups", "postGroups" -> List.of();
			case "role" -> "user";
			case "decision" -> "dismiss";
			case "outcome" -> "uphold";
			case "read", "post" -> "members";
			case "kind" -> kind(endpoint);
			case "visibility" -> "public";
			case "privateAccount", "invisible", "signed" -> false;
			case "writers" -> "everyone";
			case "purpose" -> "forum";
			case "contentType" -> "image/png";
			case "size" -> 10;
			case "sha256" -> "0".repeat(64);
			case "redirectUris", "postLogoutRedirectUris" -> List.of("https://example.org/back");
			case "dpopRequired", "parRequired", "disabled", "enabled", "trusted", "onlyWayIn" -> false;
			case "id", "provider", "clientId", "clientSecret" -> "elsewhere";
			case "issuer" -> "https://issuer.example.org";
			case "avatarUrl", "homePage", "logoUrl" -> "https://example.org/a.png";
			case "locale" -> "en-GB";
			case "timeZone" -> "Europe/London";
			case "url" -> "https://example.org/hook";
			case "endpoint" -> "https://push.example.org/device";
			case "keys" -> PUSH_KEYS;
			case "events" -> List.of("thread.archived");
			case "status" -> "disabled";
			case "tags" -> List.of("bread");
			case "scopes" -> List.of("profile");
			case "expiresAt" -> Instant.now().plus(Duration.ofDays(30)).toString();
			case "kinds" -> List.of(Map.of("kind", "reply", "inApp", true, "live", true, "mail", "now"));
			case "value", "order", "number", "seq", "position" -> 1;
			case "from" -> endpoint.path().startsWith("/webhook/") ? Instant.EPOCH.toString() : 2;
			case "level" -> "following";
			case "ids" -> List.of("01JZZZZZZZZZZZZZZZZZZZZZZZ");
			case "terms" -> Map.of("rules", List.of(), "thresholds", Map.of(), "otherwise", Map.of(), "model", "never");
			default -> "Some text";
		};
	}

	private static String kind(Endpoint endpoint) {
		if (endpoint.path().startsWith("/social/")) {
			return "like";
		}
		if (endpoint.path().startsWith("/admin/identity-providers")) {
			return "google";
		}
		return endpoint.path().startsWith("/chat/") ? "group" : "web";
	}

	private static <T> T known(Map<String, T> things, String name) {
		var thing = things.get(name);
		if (thing == null) {
			throw new IllegalStateException("No " + name + " in this world");
		}
		return thing;
	}

}
